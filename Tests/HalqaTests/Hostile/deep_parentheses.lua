-- A source nested far deeper than any person writes.
-- exit: 0
-- says: C stack overflow
return function() return (select(2, load("return " .. ("("):rep(100000) .. "1" .. (")"):rep(100000)))) end
