-- table.move over a range without end.
-- exit: 3
-- says: time limit|operation|memory
return function() table.move({}, 1, 1 << 60, 2, setmetatable({}, { __newindex = function() end })) end
