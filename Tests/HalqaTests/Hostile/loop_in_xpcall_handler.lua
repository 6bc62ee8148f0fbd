-- A message handler that never ends, after an error.
-- exit: 3
-- says: time limit
return function() xpcall(error, function() while true do end end, "x") end
