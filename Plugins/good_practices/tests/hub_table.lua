local function community(t)
  return t:community {
    organizations = { { id = "jor", name = { en = "Jordan", ar = "الأردن" }, kind = "state" }, { id = "iom", name = "IOM" } },
    objectives = { { id = "13", number = 13, label = "Detention" }, { id = "9", number = 9, label = "Smuggling" } },
    practices = {
      { id = "p-1", title = "Shelters", summary = "Places to stay", organizations = { "jor", "iom" }, countries = { "JOR", "LBN" },
        objectives = { "13", "9" }, populations = { "children" }, started = "2020-01-01", status = "published",
        languages = { "ar", "en" }, source = "https://example.org/shelters" },
      { id = "p-2", title = "Not ready", status = "draft" },
    },
  }
end

return tests {
  ["published practices are there with all their fields"] = function(t)
    local export = t:run("transforms/hub_table", { community = community(t) })
    t:equal(export:rows(), { {
      "Shelters", "practice", "Places to stay", nil, "Jordan / IOM", "JOR; LBN", "13; 9", nil, "children", date "2020-01-01", nil,
      "https://example.org/shelters", "ar; en",
    } })
    t:contains(export:text(), "Title,Type,Summary,Description,Organizations,Countries,GCM Objectives")
  end,

  ["they may be of one objective, and in Arabic"] = function(t)
    t:equal(t:run("transforms/hub_table", { community = community(t), params = { objective = "9" } }):rows()[1][1], "Shelters")
    local arabic = t:run("transforms/hub_table", { community = community(t), language = "ar" }):text()
    t:contains(arabic, "العنوان,النوع,الملخص")
    t:contains(arabic, "الأردن / IOM")
  end,
}
