-- Tail calls need no stack: they never overflow.
-- exit: 3
-- says: time limit
return function()
  local function f() return f() end
  return f()
end
