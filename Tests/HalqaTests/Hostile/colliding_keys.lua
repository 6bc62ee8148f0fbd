-- Keys chosen to collide make every look-up walk a chain.
-- exit: 0 3
-- says: done|time limit
return function()
  local t = {}
  for i = 1, 200000 do t[i * 2.0 ^ 40 + 0.5] = i end
  for i = 1, 200000 do t[i * 2.0 ^ 40 + 0.5] = nil end
  return "done"
end
