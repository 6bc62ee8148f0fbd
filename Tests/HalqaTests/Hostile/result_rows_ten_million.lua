-- Ten million rows.
-- exit: 3
-- says: memory limit|the limit
return function()
  local row, t = { 1 }, {}
  for i = 1, 10000000 do t[i] = row end
  return t
end
