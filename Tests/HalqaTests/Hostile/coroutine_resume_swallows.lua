-- coroutine.resume gives errors as values: it must not give the stop.
-- exit: 3
-- says: time limit
return function()
  while true do
    local co = coroutine.create(function() while true do end end)
    coroutine.resume(co)
  end
end
