local function community(t)
  return t:community {
    organizations = { { id = "jor", name = "Jordan" } },
    sessions = {
      { id = "s-1", title = "First review", starts_at = "2024-03-01T09:00Z", status = "held", confidentiality = "open" },
      { id = "s-2", title = "Second review", starts_at = "2024-05-01T09:00Z", status = "held", confidentiality = "open" },
    },
    action_items = {
      { id = "r-1", kind = "recommendation", title = "Train border guards", session = "s-1", owners = "jor", due = "2024-12-31" },
      { id = "r-2", kind = "recommendation", title = "Name focal points", session = "s-1", status = "done" },
      { id = "r-3", kind = "recommendation", title = "Share practices", session = "s-2" },
      { id = "t-1", kind = "task", title = "Book a room", session = "s-1" },
    },
    progress_reports = {
      { action_item = "r-1", at = "2024-05-02T10:00Z", progress = 40, achievement = "A module is written" },
      { action_item = "r-1", at = "2024-04-02T10:00Z", progress = 10, obstacle = "No trainer" },
    },
  }
end

local function numbers(doc)
  local values = {}
  for index, metric in ipairs(doc:metrics()) do values[index] = metric.value end
  return values
end

return tests {
  ["recommendations are counted, and tasks are not"] = function(t)
    local doc = t:run("reports/recommendations", { community = community(t) })
    -- All; done; of the others those with nobody responsible, without a date, never reported on.
    t:equal(numbers(doc), { 3, 1, 1, 1, 1 })
    t:equal(doc:charts()[1].rows, { { "First review", 2 }, { "Second review", 1 } })
    t:equal(#doc:rows(2), 3)
  end,

  ["the last report on each is shown, whatever their order"] = function(t)
    local doc = t:run("reports/recommendations", { community = community(t) })
    t:equal(doc:rows(1), { { "Train border guards", date "2024-05-02", 40, "A module is written", nil, nil } })
  end,

  ["a session's recommendations are asked for alone"] = function(t)
    local doc = t:run("reports/recommendations", { community = community(t), params = { session = "s-2" } })
    t:equal(numbers(doc)[1], 1)
    t:equal(doc:rows(), { { "Share practices", nil, nil, "open", "Second review" } })
  end,

  ["a community without recommendations has nothing to follow up"] = function(t)
    t:contains(t:run("reports/recommendations", {}):text(), "There is no recommendation that you may see.")
  end,
}
