-- A chain of `and` that the compiler takes quadratic time for.
-- exit: 0 1 3
-- says:
return function() return load("local x return " .. ("x and "):rep(2000000) .. "x") and 1 end
