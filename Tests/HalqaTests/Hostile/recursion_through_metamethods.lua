-- A metamethod that needs itself.
-- exit: 1
-- says: C stack overflow
return function()
  local t = setmetatable({}, { __add = function(a, b) return a + b end })
  return t + 1
end
