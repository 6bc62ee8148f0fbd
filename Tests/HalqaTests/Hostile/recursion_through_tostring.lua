-- A __tostring that needs itself.
-- exit: 1
-- says: C stack overflow
return function()
  local t = setmetatable({}, { __tostring = function(t) return tostring(t) end })
  return tostring(t)
end
