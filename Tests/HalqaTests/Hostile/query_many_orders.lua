-- A question with more fields to order by than the engine takes.
-- exit: 1
-- says: too many parts
return function(community)
  local fields = {}
  for i = 1, 3000 do fields[i] = "name" end
  return community.members:sort(table.unpack(fields)):first()
end
