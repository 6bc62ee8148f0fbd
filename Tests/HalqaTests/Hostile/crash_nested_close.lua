-- A known crash of Lua 5.4.4: coroutine.close from within closing values.
-- exit: 0 3
-- says: survived|brought Lua itself down
return function()
  local function nest(depth)
    local co
    co = coroutine.create(function()
      local _ <close> = setmetatable({}, { __close = function()
        if depth > 0 then nest(depth - 1) end
        pcall(coroutine.close, co)
      end })
      coroutine.yield()
    end)
    coroutine.resume(co)
    coroutine.close(co)
  end
  for _ = 1, 100 do nest(190) end
  return "survived"
end
