-- A text that becomes ten million.
-- exit: 3
-- says: limit|memory
return function() return #split(("x,"):rep(10000000), ",") end
