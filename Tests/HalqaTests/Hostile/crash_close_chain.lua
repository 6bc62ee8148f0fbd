-- A known crash of Lua 5.4.4: a chain of closes that overruns the C stack.
-- exit: 0 3
-- says: survived|brought Lua itself down|memory limit
return function()
  local function chain(n)
    return coroutine.wrap(function()
      local inner = n > 0 and chain(n - 1)
      local _ <close> = setmetatable({}, { __close = function() if inner then inner() end end })
      coroutine.yield(1)
      error "x"
    end)
  end
  local c = chain(10000)
  c()
  pcall(c)
  return "survived"
end
