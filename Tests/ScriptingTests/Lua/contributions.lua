-- What files may return besides reports: each is declared here and run by its own command.
return function(community)
  local due = reminder {
    title = { en = "Due soon" },
    every = { weekday = "monday", at = "08:00" },
    run = function() return {} end,
  }
  local import = transform {
    title = "Workplan",
    input = { format = { "xlsx", "csv" }, columns = { Activity = "text", Quarter = "quarter?", Owner = "organization" } },
    row = function(_, row) return row end,
  }
  local export = transform {
    output = { format = "csv" },
    params = { year = { type = "integer", default = 2024 } },
    run = function() return community.members end,
  }
  local weekends = rule {
    title = "Weekends",
    on = { "session.create", "session.update" },
    check = function() end,
  }
  assert(tostring(warn("%s and %d", "one", 2)) == "one and 2" and tostring(warn "100%") == "100%")
  local members = report { run = function() return community.members end }
  for name, value in pairs { reminder = due, transform = import, rule = weekends, report = members } do
    assert(tostring(value):find(name, 1, true), name)
  end
  assert(tostring(export):find("transform", 1, true))
  assert(not pcall(function() return settings.grace_days end), "a lone file has no settings")
  assert(not pcall(require, "lib.names"), "a lone file has no libraries")
  return "passed"
end
