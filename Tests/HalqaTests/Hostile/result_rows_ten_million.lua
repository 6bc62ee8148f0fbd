-- Ten million rows.
-- exit: 1 3
-- says: limit
return function()
  local row, t = { 1 }, {}
  for i = 1, 10000000 do t[i] = row end
  return t
end
