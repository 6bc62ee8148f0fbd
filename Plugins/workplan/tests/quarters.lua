local function community(t)
  return t:community {
    organizations = { { id = "unicef", name = "UNICEF" } },
    action_items = {
      { kind = "activity", title = "Manual", starts = "2024-02-01", due = "2024-05-31", owners = "unicef" },
      { kind = "activity", title = "Launch", due = "2024-12-01", ["x.workplan.indicator"] = "Launched" },
      { kind = "activity", title = "Last year’s", starts = "2023-01-01", due = "2023-12-31" },
      { kind = "activity", title = "Some day", remarks = "Next plan" },
      { kind = "activity", title = "Given up", due = "2024-03-01", status = "cancelled" },
      { kind = "commitment", title = "Ratify", due = "2024-03-01" },
      { kind = "task", title = "Book a room", due = "2024-03-01" },
    },
  }
end

local function numbers(doc)
  local values = {}
  for index, metric in ipairs(doc:metrics()) do values[index] = metric.value end
  return values
end

return tests {
  ["an activity stands in every quarter that it touches"] = function(t)
    local doc = t:run("reports/quarters", { community = community(t), params = { year = 2024 } })
    t:equal(numbers(doc), { 1, 1, 0, 1 })
    t:equal(doc:rows(1), {
      { "Manual", "UNICEF", nil, "x", "x", "", "", "open" },
      { "Launch", nil, "Launched", "", "", "", "x", "open" },
    })
    t:equal(doc:rows(2), { { "Some day", nil, "open", "Next plan" } })
  end,

  ["without a year it is this one, or the nearest with activities"] = function(t)
    t:equal(t:run("reports/quarters", { community = community(t), now = "2024-06-30T00:00Z" }).subtitle, "2024")
    t:equal(t:run("reports/quarters", { community = community(t), now = "2026-06-30T00:00Z" }).subtitle, "2024")
    t:equal(t:run("reports/quarters", { community = community(t), now = "2020-06-30T00:00Z" }).subtitle, "2023")
    t:equal(t:run("reports/quarters", { now = "2026-06-30T00:00Z" }).subtitle, "2026")
  end,

  ["a year without activities between years that have some is not shown by itself"] = function(t)
    local sparse = t:community { action_items = {
      { kind = "activity", title = "Once", starts = "2020-03-01", due = "2021-02-01" },
      { kind = "activity", title = "Again", due = "2025-12-31" },
    } }
    for day, year in pairs { ["2022-12-31"] = "2021", ["2023-01-01"] = "2025", ["2024-06-30"] = "2025", ["2020-06-30"] = "2020" } do
      t:equal(t:run("reports/quarters", { community = sparse, now = day .. "T12:00Z" }).subtitle, year)
    end
  end,

  ["commitments are part of it where the settings say so"] = function(t)
    local options = { community = community(t), params = { year = 2024 }, settings = { with_commitments = true } }
    t:equal(numbers(t:run("reports/quarters", options)), { 2, 1, 0, 1 })
  end,

  ["an organization's activities are asked for alone"] = function(t)
    local doc = t:run("reports/quarters", { community = community(t), params = { year = 2024, owner = "unicef" } })
    t:equal(doc:rows(), { { "Manual", "UNICEF", "x", "x", "", "", "open" } })
  end,

  ["a year without activities says so"] = function(t)
    local doc = t:run("reports/quarters", { params = { year = 2031 } })
    t:contains(doc:text(), "No activity that you may see is planned for this year.")
  end,
}
