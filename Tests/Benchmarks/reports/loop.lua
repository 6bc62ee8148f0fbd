return function(community)
  local new_year = date "2026-01-01"
  local late, weight = 0, 0
  for item in community.action_items:each() do
    local due = item.due
    if due and due < new_year and item.status ~= "done" then
      late = late + 1
      weight = weight + item.priority
    end
  end
  return { { late = late, weight = weight } }
end
