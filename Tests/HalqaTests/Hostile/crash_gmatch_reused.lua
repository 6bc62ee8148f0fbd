-- A known crash of Lua 5.4.4: a gmatch iterator called from within a coroutine after its state moved.
-- exit: 0 3
-- says: 500|brought Lua itself down
return function()
  local iterator = ("x"):rep(1000):gmatch "x"
  local count = 0
  for _ = 1, 500 do
    coroutine.wrap(function() while iterator() do count = count + 1 coroutine.yield() end end)()
  end
  return count
end
