-- A chain of `and` that the compiler takes quadratic time for.
-- exit: 0 3
-- says: 1|time limit
return function() return load("local x return " .. ("x and "):rep(2000000) .. "x") and 1 end
