-- A format that asks for a width without end.
-- exit: 1 3
-- says:
return function() return string.format("%" .. ("9"):rep(100) .. "d", 1) end
