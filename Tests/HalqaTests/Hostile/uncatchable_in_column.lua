-- A column function that never ends runs after the report has returned: the limit covers it.
-- exit: 3
-- says: time limit
return function(community)
  local doc = document {}
  doc:table { rows = community.members, columns = { { function() while true do end end, title = "x" } } }
  return doc
end
