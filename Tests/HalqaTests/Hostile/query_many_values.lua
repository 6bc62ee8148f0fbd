-- A condition of a million values.
-- exit: 0 3
-- says: limit|0
return function(community)
  local names = {}
  for i = 1, 1000000 do names[i] = "x" .. i end
  return community.members:where("name", names):count()
end
