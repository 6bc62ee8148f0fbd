-- A list with holes is not shown in part.
-- exit: 1
-- says: hole
return function() return { { 1 }, nil, { 3 } } end
