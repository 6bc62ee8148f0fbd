-- __index tables in a circle: Lua itself gives up after 2,000 steps.
-- exit: 1
-- says: '__index' chain too long
return function()
  local a, b = {}, {}
  setmetatable(a, { __index = b })
  setmetatable(b, { __index = a })
  return a.x
end
