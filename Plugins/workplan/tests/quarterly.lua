local function community(t)
  return t:community {
    organizations = { { id = "unicef", name = "UNICEF" }, { id = "idc", name = "IDC" } },
    action_items = {
      { id = "a-2", kind = "activity", title = "Human and child rights sensitization and awareness", starts = "2024-02-01",
        due = "2024-06-15", remarks = "Package drafted" },
    },
  }
end

local function import(t, options)
  options.community, options.params = community(t), { year = 2024 }
  return t:run("transforms/quarterly", options)
end

return tests {
  ["the template of the regional workstreams is taken in"] = function(t)
    local result = import(t, { file = "tests/quarterly.xlsx" })
    local changes = result:changes()
    t:equal(changes[1], {
      action = "upsert", entity = "action_item", id = "wp-child-sensitive-practices-at-borders-and-points-of-dis-embark",
      kind = "activity", title = "Child sensitive practices at borders and points of dis/embarkation", owners = { "idc", "unicef" },
      description = "Mapping report on MENA good practices", starts = date "2024-07-01", due = date "2024-12-31",
    })
    -- Its dates are more exact than the quarters that are marked, and its remarks are the same.
    t:equal(changes[2], { action = "update", entity = "action_item", id = "a-2" })
    t:equal(changes[3].remarks, "Consider for the 2025 Workplan as the next step")
    t:equal(#changes, 3)
    t:equal(result:rejected()[1].column, "Responsible Agencies")
    t:equal(#result:rejected(), 1)
  end,

  ["other quarters become other dates"] = function(t)
    local changes = import(t, { rows = {
      { Activity = "Human and child rights sensitization and awareness", Q2 = "x", Q3 = "x" },
      { ["النشاط"] = nil, Activity = "تدريب", Q4 = "✓" },
    } }):changes()
    t:equal({ changes[1].starts, changes[1].due }, { date "2024-04-01", date "2024-09-30" })
    t:equal({ changes[2].starts, changes[2].due, changes[2].description }, { date "2024-10-01", date "2024-12-31" })
  end,

  ["a row without an activity that says more than one thing is rejected"] = function(t)
    local headings = { "#", "Activity", "Responsible Agencies", "Progress/Remarks", "Q1", "Q2" }
    local function rows(list)
      for index, cells in ipairs(list) do
        local row = {}
        for place, heading in ipairs(headings) do row[heading] = cells[place] or "" end
        list[index] = row
      end
      return list
    end
    local wrong = { { "1", "", "UNICEF", "", "x" }, { "2", "", "", "Drafted" }, { "", "", "IDC", "", "", "x" } }
    local passed = { { "3" }, { "Pillar 1" }, { "", "", "", "x: planned" }, { "", "", "", "", "x", "x" } }
    for language, reason in pairs {
      en = "the row has no activity", fr = "la ligne n’a pas d’activité", ar = "لا نشاط في هذا الصف",
    } do
      local rejected = import(t, { rows = rows { table.unpack(wrong) }, language = language }):rejected()
      t:equal(#rejected, 3)
      t:contains(rejected[1].reason, reason)
    end
    local result = import(t, { rows = rows(passed) })
    t:equal({ result:rejected(), result:changes() }, { {}, {} })
    t:equal(result:skipped()[4], { row = 5, reason = "without an activity" })
  end,

  ["headings in merged cells between the rows are passed over"] = function(t)
    local result = import(t, { file = "tests/headings.xlsx" })
    local changes = result:changes()
    t:equal({ changes[1].title, changes[2].title, #changes }, { "Mapping", "Launch", 2 })
    t:equal({ changes[1].starts, changes[1].due }, { date "2024-01-01", date "2024-06-30" })
    t:equal({ result:rejected()[1].row, #result:rejected() }, { 6, 1 })
    t:equal(result:skipped(), {
      { row = 2, reason = "headings in merged cells" }, { row = 4, reason = "headings in merged cells" },
      { row = 7, reason = "without an activity" },
    })
  end,

  ["headings may be in French or Arabic"] = function(t)
    local french = import(t, { rows = { { ["Activité"] = "Formation", ["Organismes responsables"] = "IDC / UNICEF", T1 = "x" } } })
    t:equal(french:changes()[1].owners, { "idc", "unicef" })
    local arabic = import(t, { rows = { { ["النشاط"] = "تدريب", ["الجهات المسؤولة"] = "IDC", ["الربع 1"] = "نعم" } } })
    t:equal(arabic:changes()[1].due, date "2024-03-31")
  end,
}
