-- Recursion without end.
-- exit: 1 3
-- says: stack overflow|memory limit
return function()
  local function f() return 1 + f() end
  return f()
end
