-- Comparison that compares itself.
-- exit: 1
-- says: C stack overflow
return function()
  local meta = {}
  meta.__eq = function(a, b) return a == b end
  return setmetatable({}, meta) == setmetatable({}, meta)
end
