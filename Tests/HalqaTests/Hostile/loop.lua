-- An endless loop.
-- exit: 3
-- says: time limit
return function() while true do end end
