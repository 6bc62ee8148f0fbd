-- A known crash of Lua 5.4.4: coroutines that fail within the closing of others, without end.
-- exit: 0 1 3
-- says: overflow|limit|brought Lua itself down|survived
return function()
  local function fail()
    local co = coroutine.wrap(function()
      local _ <close> = setmetatable({}, { __close = function() fail() end })
      error "x"
    end)
    pcall(co)
  end
  fail()
  return "survived"
end
