local function community(t)
  return t:community {
    organizations = {
      { id = "jor", name = { en = "Jordan", ar = "الأردن" }, kind = "state", country = "JOR" },
      { id = "iom", name = "IOM", kind = "un_agency", country = "CHE" },
      { id = "idc", name = "IDC", kind = "ngo" },
    },
    action_items = {
      { id = "a-1", kind = "activity", title = "Mapping, first part", owners = { "jor", "iom", "idc" }, status = "in_progress",
        starts = "2024-01-01", due = "2024-06-30", progress = 40 },
      { id = "a-2", kind = "task", title = "Call" },
    },
  }
end

return tests {
  ["hashtags stand below the titles, and values are for programs"] = function(t)
    local lines = lines(t:run("transforms/hxl", { community = community(t) }):text())
    t:equal(lines[1], "Code,Activity,Type,Organizations,Countries,Status,Start,End,Progress (%)")
    t:equal(lines[2], "#activity+code,#activity+name,#activity+type,#org+name+list,#country+code+iso3+list,#status,#date+start,"
      .. "#date+end,#indicator+progress+percent")
    t:equal(lines[3], 'a-1,"Mapping, first part",activity,Jordan | IOM | IDC,JOR | CHE,in_progress,2024-01-01,2024-06-30,40')
    t:equal(lines[4], "a-2,Call,task,,,open,,,")
  end,

  ["titles and names are the reader's, words for programs are not"] = function(t)
    local text = t:run("transforms/hxl", { community = community(t), language = "ar" }):text()
    t:contains(text, "الرمز,النشاط,النوع")
    t:contains(text, "الأردن | IOM | IDC,JOR | CHE,in_progress")
  end,

  ["it may be of one kind or one organization"] = function(t)
    t:equal(#t:run("transforms/hxl", { community = community(t), params = { kind = "task" } }):rows(), 1)
    t:equal(#t:run("transforms/hxl", { community = community(t), params = { owner = "iom" } }):rows(), 1)
    t:equal(t:run("transforms/hxl", {}):rows(), {})
  end,
}
