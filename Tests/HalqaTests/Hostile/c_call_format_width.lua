-- A format that asks for a width without end.
-- exit: 1
-- says: invalid format|invalid conversion
return function() return string.format("%" .. ("9"):rep(100) .. "d", 1) end
