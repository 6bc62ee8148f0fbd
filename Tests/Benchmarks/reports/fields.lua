local calls = 5000000
return function(community)
  local item = community.action_items:first()
  for _ = 1, calls do local _ = item.priority end
  return 1
end
