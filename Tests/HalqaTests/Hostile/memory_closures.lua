-- Closures and coroutines without end.
-- exit: 3
-- says: memory
return function()
  local kept = {}
  while true do kept[#kept + 1] = coroutine.create(function() return kept end) end
end
