-- Recursion whose arguments grow.
-- exit: 1 3
-- says: stack overflow|memory limit|too many
return function()
  local function f(...) return 1 + f(1, ...) end
  return f()
end
