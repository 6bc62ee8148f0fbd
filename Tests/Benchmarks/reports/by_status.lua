return function(community)
  return community.action_items:where("due", before(date "2026-01-01")):group "status":count()
end
