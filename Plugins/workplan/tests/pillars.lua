local function community(t)
  return t:community {
    organizations = { { id = "unicef", name = "UNICEF" }, { id = "idc", name = "IDC" } },
    objectives = { { id = "13", number = 13, label = "Alternatives to detention" } },
    action_items = {
      { id = "p-1", kind = "activity", title = "Children at borders", framework = "Plan 2024" },
      { id = "w-1", kind = "activity", title = "Mapping report", parent = "p-1", owners = { "idc", "unicef" },
        framework = "Plan 2024", status = "done" },
      { id = "w-2", kind = "activity", title = "Training", parent = "p-1", objectives = "13" },
    },
  }
end

local function run(t, by)
  return t:run("reports/pillars", { community = community(t), params = { by = by } })
end

local function titles(rows)
  local found = {}
  for index, row in ipairs(rows) do found[index] = row[1] end
  return found
end

return tests {
  ["activities stand under their priorities"] = function(t)
    local doc = run(t)
    t:equal(titles(doc:rows(1)), { "Mapping report", "Training" })
    t:equal(titles(doc:rows(2)), { "Children at borders" })
    t:contains(doc:text(), "Under no priority")
  end,

  ["activities stand under objectives, with their numbers"] = function(t)
    local doc = run(t, "objective")
    t:contains(doc:text(), "13. Alternatives to detention")
    t:equal(titles(doc:rows(1)), { "Training" })
  end,

  ["an activity of two agencies stands under both"] = function(t)
    local doc = run(t, "responsible")
    t:equal(titles(doc:rows(1)), { "Mapping report" })
    t:equal(titles(doc:rows(2)), { "Mapping report" })
    t:equal(titles(doc:rows(3)), { "Children at borders", "Training" })
  end,

  ["documents are pillars too"] = function(t)
    t:equal(#run(t, "framework"):rows(1), 2)
    t:fails(function() run(t, "colour") end, "colour")
  end,

  ["an empty workplan says so"] = function(t)
    t:contains(t:run("reports/pillars", {}):text(), "The workplan has no activity that you may see.")
  end,
}
