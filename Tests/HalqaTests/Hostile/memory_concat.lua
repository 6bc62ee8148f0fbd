-- table.concat of one long string many times.
-- exit: 3
-- says: memory
return function()
  local s, t = ("x"):rep(1 << 20), {}
  for i = 1, 1000 do t[i] = s end
  return #table.concat(t)
end
