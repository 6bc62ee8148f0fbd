-- A list with an item far away is not shown in part.
-- exit: 1
-- says: hole
return function() return { { 1 }, [1 << 40] = { 2 } } end
