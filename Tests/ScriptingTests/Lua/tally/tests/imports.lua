local function small(t)
  return t:community {
    organizations = { { id = "jor", name = { en = "Jordan", fr = "Jordanie" } }, { id = "lbn", name = "Lebanon" } },
  }
end

local function import(t, rows, params)
  return t:run("transforms/activities", { community = small(t), rows = rows, params = params })
end

return tests {
  ["a row becomes a change"] = function(t)
    local result = import(t, { {
      ["Activity"] = "Training", ["Responsible Agencies"] = "Jordanie / lbn", ["Status"] = "Terminé", ["Due"] = "2024-06-30",
      ["Progress"] = 20, ["Tags"] = { "one", "two" }, ["Notes"] = "first",
    } })
    t:equal(result:changes(), { {
      action = "upsert", entity = "action_item", id = "tally-training", title = "Training", owners = { "jor", "lbn" },
      status = "done", due = date "2024-06-30", progress = 20, tags = { "one", "two" }, remarks = "first",
    } })
    t:equal(result:rejected(), {})
  end,

  ["times are values, and a lead is a record"] = function(t)
    local changes = import(t, {
      { ["Activity"] = "a", ["Quarter"] = "Q2 2024", ["Lead"] = "Jordan" }, { ["Activity"] = "b", ["Month"] = "2024-02" },
    }):changes()
    t:equal(changes[1].due, date "2024-06-30")
    t:equal(changes[1].owners, { "jor" })
    t:equal(changes[2].due, date "2024-02-29")
  end,

  ["a row may be skipped, rejected, or become several changes"] = function(t)
    local result = import(t, { { ["Activity"] = "skip" }, { ["Activity"] = "wrong" }, { ["Activity"] = "two" },
                               { ["Activity"] = "note" } }, { year = 2025 })
    t:equal(#result:changes(), 2)
    t:equal(result:skipped(), { { row = 2 }, { row = 5, reason = "a remark" } })
    t:equal(result:changes()[2].id, "row-4")
    t:equal(result:rejected(), { { row = 3, column = "Activity", reason = "there is no activity 'wrong' in 2025" } })
  end,

  ["what a cell cannot be is told with its column"] = function(t)
    local rejected = import(t, {
      { ["Activity"] = "a", ["Responsible Agencies"] = "Jordn" }, { ["Activity"] = "b", ["Status"] = "nearly" },
      { ["Activity"] = "c", ["Progress"] = "120" }, { ["Activity"] = "" },
    }):rejected()
    t:equal(rejected[1], { row = 2, column = "Responsible Agencies",
      reason = "there is no organization 'Jordn'; did you mean 'Jordan'?" })
    t:equal({ rejected[2].row, rejected[2].column }, { 3, "Status" })
    t:equal(rejected[3], { row = 4, reason = "'progress' of action_item: '120' is not a whole number from 0 to 100" })
    t:equal(rejected[4], { row = 5, column = "Activity", reason = "it is empty; text is expected" })
  end,

  ["all that is wrong with the cells of a row is told at once, each cell once"] = function(t)
    local rejected = import(t, {
      { ["Activity"] = "a", ["Responsible Agencies"] = "Jordn / lbn / Nowhere", ["Status"] = "nearly", ["Due"] = "soon" },
      { ["Activity"] = "worse", ["Progress"] = 1 },
    }):rejected()
    local columns = {}
    for index, fault in ipairs(rejected) do columns[index] = { fault.row, fault.column or fault.reason } end
    table.sort(columns, function(a, b) return a[1] .. a[2] < b[1] .. b[2] end)
    t:equal(columns, { { 2, "Due" }, { 2, "Responsible Agencies" }, { 2, "Status" }, { 3, "bad" }, { 3, "worse still" } })
    for _, fault in ipairs(rejected) do
      if fault.column == "Responsible Agencies" then
        t:equal(fault.reason, "there is no organization 'Jordn'; did you mean 'Jordan'?; there is no organization 'Nowhere'")
      end
    end
  end,

  ["a file of the plugin is imported"] = function(t)
    local result = t:run("transforms/activities", { community = small(t), file = "tests/plan.csv" })
    local titles = {}
    for _, change in ipairs(result:changes()) do titles[#titles + 1] = change.title end
    t:equal(titles, { "Training", "Mapping" })
    t:equal(result:rejected()[1].column, "Responsible Agencies")
    t:equal(result:rejected()[2].column, "Due")
    t:fails(function() t:run("transforms/activities", { file = "tests/plam.csv" }) end, "did you mean 'tests/plan.csv'?")
  end,

  ["all rows are seen at once"] = function(t)
    local result = t:run("transforms/whole", { rows = {
      { Activity = "a", Amount = 2 }, { Activity = "wrong" }, { Activity = "c", Amount = "x" }, { Activity = "d", Amount = 0.5 },
    } })
    t:equal(result:changes()[1].title, "2.5 in 5")
    t:equal(result:rejected(), {
      { row = 4, column = "Amount", reason = "'x' is not a number" }, { row = 3, reason = "no" },
    })
  end,

  ["a column that there is not is an error"] = function(t)
    t:fails(function() import(t, { { ["Activity"] = "typo" } }) end, "unknown name 'row.Activty'; did you mean 'row.Activity'?")
    t:fails(function() import(t, { { ["Actvity"] = "typo" } }) end, "the column 'Activity' (or Activité, النشاط) is missing")
    t:fails(function() t:run "transforms/activities" end, "give t:run either its 'rows' or a 'file'")
  end,

  ["only what a plugin asks for may be proposed"] = function(t)
    t:fails(function() t:run("transforms/members", { rows = { { Name = "A" } } }) end, "does not ask for 'propose members'")
  end,
}
