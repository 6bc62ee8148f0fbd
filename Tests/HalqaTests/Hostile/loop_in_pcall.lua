-- pcall must not catch the stop.
-- exit: 3
-- says: time limit
return function() while true do pcall(function() while true do end end) end end
