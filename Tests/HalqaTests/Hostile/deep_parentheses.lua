-- A source nested far deeper than any person writes.
-- exit: 0 1 3
-- says:
return function() return load("return " .. ("("):rep(100000) .. "1" .. (")"):rep(100000)) end
