-- A question of ten thousand conditions.
-- exit: 0 1 3
-- says: 31|limit|memory|at once|too many|parts
return function(community)
  local query = community.members
  for i = 1, 10000 do query = query:where("name", except("x" .. i)) end
  return query:count()
end
