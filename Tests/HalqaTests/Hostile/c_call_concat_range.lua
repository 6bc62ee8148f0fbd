-- table.concat over a range without end.
-- exit: 1
-- says: invalid value (nil)
return function() return table.concat({}, "", 1, 1 << 60) end
