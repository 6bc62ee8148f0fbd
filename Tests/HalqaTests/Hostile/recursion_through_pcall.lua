-- pcall in pcall in pcall: the C stack must not overflow.
-- exit: 0
-- says: survived
return function()
  local function f() pcall(f) end
  f()
  return "survived"
end
