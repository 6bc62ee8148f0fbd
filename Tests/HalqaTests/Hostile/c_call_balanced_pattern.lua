-- A pattern that takes quadratic time.
-- exit: 3
-- says: time limit|operation
return function() return ("("):rep(3000000):match "%b()" end
