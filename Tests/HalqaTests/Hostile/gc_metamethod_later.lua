-- A finalizer set after the metatable is in use does not count for Lua, nor may it for us.
-- exit: 0
-- says: ok
return function()
  local meta = {}
  for i = 1, 100 do setmetatable({}, meta) end
  meta.__gc = function() while true do end end
  for i = 1, 10000 do local _ = { i } end
  return "ok"
end
