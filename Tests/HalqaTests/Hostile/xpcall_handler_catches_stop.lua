-- A message handler that would go on after the stop.
-- exit: 3
-- says: time limit
return function()
  while true do xpcall(function() while true do end end, function() while true do end end) end
end
