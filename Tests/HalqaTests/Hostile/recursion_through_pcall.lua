-- pcall in pcall in pcall: the C stack must not overflow.
-- exit: 0 1 3
-- says:
return function()
  local function f() pcall(f) end
  f()
  return "survived"
end
