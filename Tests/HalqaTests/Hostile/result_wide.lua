-- More columns than a spreadsheet has.
-- exit: 1
-- says: 16384
return function()
  local row = {}
  for i = 1, 16385 do row["c" .. i] = i end
  return { row }
end
