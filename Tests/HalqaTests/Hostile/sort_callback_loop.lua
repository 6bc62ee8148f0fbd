-- A comparison function that never ends.
-- exit: 3
-- says: time limit
return function() table.sort({ 3, 2, 1 }, function() while true do end end) end
