--- Action items, as this plugin looks at them.
local items = {}

--- Those that still ask for something.
function items.pending(community)
  return community.action_items:where("status", except { "done", "cancelled" })
end

--- Those of `pending` that were overdue on a day: past their due date by more than the days of grace.
function items.overdue(pending, day)
  return pending:where("due", before(day - days(settings.grace_days)))
end

--- By item, the last of the progress reports: in the order of their times, a later one takes the place of the one before.
function items.last_reports(reports)
  local last = {}
  for report in reports:sort("at"):each() do last[report.action_item] = report end
  return last
end

return items
