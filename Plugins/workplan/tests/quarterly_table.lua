local function community(t)
  return t:community {
    organizations = { { id = "unicef", name = "UNICEF" }, { id = "idc", name = { en = "IDC", ar = "الائتلاف" } } },
    action_items = {
      { kind = "activity", title = "Mapping report", owners = { "idc", "unicef" }, starts = "2024-01-15", due = "2024-06-10",
        description = "Report and launch", remarks = "Drafted" },
      { kind = "activity", title = { en = "Training", ar = "تدريب" }, due = "2024-11-30" },
      { kind = "activity", title = "Some day" },
      { kind = "activity", title = "Of another year", starts = "2023-01-01", due = "2023-12-31" },
      { kind = "activity", title = "Given up", due = "2024-03-01", status = "cancelled" },
      { kind = "recommendation", title = "No activity", due = "2024-03-01" },
    },
  }
end

local function export(t, options)
  options.community = community(t)
  return t:run("transforms/quarterly_table", options)
end

return tests {
  ["a quarter in which an activity runs is marked, the first with the plan of action"] = function(t)
    t:equal(export(t, { params = { year = 2024 } }):rows(), {
      { 1, "Mapping report", "IDC / UNICEF", "Drafted", "Report and launch", nil, "x", nil, nil, nil, nil, nil },
      { 2, "Training", "", nil, nil, nil, nil, nil, nil, nil, "x", nil },
      { 3, "Some day", "", nil, nil, nil, nil, nil, nil, nil, nil, nil },
    })
  end,

  ["without a year it is this one"] = function(t)
    local rows = export(t, { now = "2023-05-01T12:00Z" }):rows()
    t:equal({ rows[1][2], rows[1][5], rows[1][11] }, { "Of another year", "x", "x" })
  end,

  ["its header is in the language of the reader"] = function(t)
    t:contains(export(t, { language = "ar", params = { year = 2024 } }):text(), "النشاط,الجهات المسؤولة")
    t:contains(export(t, { language = "fr", params = { year = 2024 } }):text(), "Activité,Organismes responsables")
    t:contains(export(t, { params = { year = 2024 } }):text(), "#,Activity,Responsible Agencies,Progress/Remarks,Q1,Q1,Q2")
  end,
}
