local checks = require "lib.checks"

return tests {
  ["an open item without a due date is told of"] = function(t)
    t:truthy(checks.lacks_due_date { status = "open" })
    t:truthy(not checks.lacks_due_date { status = "open", due = date "2024-05-01" })
  end,

  ["what is done or cancelled needs none"] = function(t)
    t:truthy(not checks.lacks_due_date { status = "done" })
    t:truthy(not checks.lacks_due_date { status = "cancelled" })
  end,
}
