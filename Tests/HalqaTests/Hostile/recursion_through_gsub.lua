-- gsub in the replacement functions of gsub.
-- exit: 1
-- says: C stack overflow
return function()
  local function f() return (("x"):gsub("x", f)) end
  return f()
end
