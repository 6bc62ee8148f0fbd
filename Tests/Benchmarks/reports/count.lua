return function(community)
  return community.action_items
    :where("status", except { "done", "cancelled" }):where("due", before(date "2026-01-01")):count()
end
