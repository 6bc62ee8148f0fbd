-- A JSON text that takes far more memory than it is long.
-- exit: 3
-- says: limit|memory
return function() return #json.decode("[" .. ("[],"):rep(10000000) .. "[]]") end
