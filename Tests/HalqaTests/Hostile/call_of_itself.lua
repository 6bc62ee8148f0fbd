-- A __call that is its own table: one step of the virtual machine that never ends, or an error.
-- exit: 1 3
-- says: time limit|C stack overflow
return function()
  local t = {}
  setmetatable(t, { __call = t })
  return t()
end
