return function(community)
  local bytes, named = 0, 0
  for item in community.action_items:each() do
    if item.status ~= "done" then
      local assignee = item.assignee
      if assignee then
        named = named + 1
        bytes = bytes + #assignee.name
      end
    end
  end
  return { { named = named, bytes = bytes } }
end
