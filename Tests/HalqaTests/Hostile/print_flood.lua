-- Printing without end.
-- exit: 3
-- says: time limit
return function() while true do print(("x"):rep(1000)) end end
