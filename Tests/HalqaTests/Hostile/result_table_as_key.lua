-- A table as the name of a column.
-- exit: 1
-- says: the name of a column
return function() return { { [{}] = 1 } } end
