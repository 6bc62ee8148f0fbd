-- table.concat over a range without end.
-- exit: 1 3
-- says:
return function() return table.concat({}, "", 1, 1 << 60) end
