-- 30 June 2024 is the day of every report here; by default an item has three days of grace.
local organizations = {
  { id = "jor", name = { en = "Jordan", fr = "Jordanie", ar = "الأردن" }, kind = "state" },
  { id = "unhcr", name = "UNHCR", kind = "un_agency" },
}

local function community(t)
  return t:community {
    organizations = organizations,
    members = { { id = "focal-jor", name = "Focal point", organization = "jor", role = "focal_point", language = "ar" } },
    action_items = {
      { id = "a-1", kind = "task", title = "Long late", owners = { "jor", "unhcr" }, due = "2024-05-01" },
      { id = "a-2", kind = "commitment", title = "Late", owners = "unhcr", due = "2024-06-26",
        ["x.follow_up.national_reference"] = "MOI/7" },
      { id = "a-3", kind = "task", title = "In its days of grace", owners = "jor", due = "2024-06-27" },
      { id = "a-4", kind = "task", title = "Due that day", owners = "jor", due = "2024-06-30" },
      { id = "a-5", kind = "task", title = "Done", owners = "jor", due = "2024-05-01", status = "done" },
      { id = "a-6", kind = "task", title = "Cancelled", owners = "jor", due = "2024-05-01", status = "cancelled" },
      { id = "a-7", kind = "task", title = "Without a date", owners = "jor" },
    },
  }
end

local function numbers(doc)
  local values = {}
  for index, metric in ipairs(doc:metrics()) do values[index] = metric.value end
  return values
end

return tests {
  ["items are overdue when their days of grace are over"] = function(t)
    local doc = t:run("reports/overdue", { community = community(t), params = { as_of = "2024-06-30" } })
    t:equal(numbers(doc), { 2, 1, 5 })
    t:equal(doc:rows(), {
      { "Long late", { "Jordan", "UNHCR" }, date "2024-05-01", 60, nil },
      { "Late", "UNHCR", date "2024-06-26", 4, "MOI/7" },
    })
    t:equal(doc:charts()[1].rows, { { "Jordan", 1 }, { "UNHCR", 2 } })
  end,

  ["an administrator sets the days of grace"] = function(t)
    local options = { community = community(t), params = { as_of = "2024-06-30" }, settings = { grace_days = 0 } }
    t:equal(numbers(t:run("reports/overdue", options)), { 3, 5 })
    options.settings = { grace_days = 90 }
    t:equal(numbers(t:run("reports/overdue", options)), { 0, 3, 5 })
    t:fails(function()
      t:run("reports/overdue", { community = community(t), settings = { grace_days = -1 } })
    end)
  end,

  ["one organization's items, or those of a kind, are asked for alone"] = function(t)
    local options = { community = community(t), params = { as_of = "2024-06-30", owner = "jor" } }
    t:equal(numbers(t:run("reports/overdue", options)), { 1, 1, 4 })
    options.params = { as_of = "2024-06-30", kind = "commitment" }
    t:equal(#t:run("reports/overdue", options):rows(), 1)
  end,

  ["the column of national references is there only where there are some"] = function(t)
    local options = { community = community(t), params = { as_of = "2024-06-30", owner = "jor" } }
    t:equal(#t:run("reports/overdue", options):rows()[1], 4)
  end,

  ["where nothing is overdue, it says so"] = function(t)
    local doc = t:run("reports/overdue", { community = community(t), params = { as_of = "2024-01-01" } })
    t:contains(doc:text(), "No action item that you may see is overdue.")
    t:fails(function() doc:rows() end, "0 tables")
  end,

  ["a member reads it in their language, and is told that others may see more"] = function(t)
    local doc = t:run("reports/overdue", { community = community(t), params = { as_of = "2024-06-30" }, as = "focal-jor" })
    t:equal(doc.title, "بنود العمل المتأخرة")
    t:equal(doc:rows()[1][2], { "الأردن", "UNHCR" })
    t:contains(doc:text(), "وقد يطلع غيركم على أكثر من ذلك")
  end,
}
