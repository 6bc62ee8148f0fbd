-- A pattern that takes exponential time.
-- exit: 3
-- says: time limit|operation
return function() return (("a"):rep(40)):find(("a-"):rep(30) .. "b") end
