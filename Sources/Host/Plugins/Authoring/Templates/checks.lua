--- What the plugin's rules look for.
local checks = {}

local finished = { done = true, cancelled = true }

--- Whether an action item should have a due date and has none.
function checks.lacks_due_date(item)
  return item.due == nil and not finished[item.status]
end

return checks
