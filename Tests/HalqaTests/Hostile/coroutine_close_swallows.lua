-- coroutine.close gives errors of __close as values.
-- exit: 3
-- says: time limit
return function()
  while true do
    local co = coroutine.create(function()
      local _ <close> = setmetatable({}, { __close = function() while true do end end })
      coroutine.yield()
    end)
    coroutine.resume(co)
    coroutine.close(co)
  end
end
