local function community(t)
  return t:community {
    organizations = {
      { id = "tun", name = "Tunisia", kind = "state", country = "TUN" },
      { id = "mar", name = "Morocco", kind = "state", country = "MAR" },
      { id = "jor", name = "Jordan", kind = "state", country = "JOR" },
    },
    members = { { id = "guest", name = "Guest", organization = "jor", role = "observer" } },
    objectives = {
      { id = "7", number = 7, label = "Vulnerabilities", title = "Reduce vulnerabilities" },
      { id = "11", number = 11, label = "Borders", title = "Manage borders" },
      { id = "13", number = 13, label = "Detention", title = "Use detention as a last resort" },
    },
    practices = {
      { id = "guardians", kind = "practice", title = "Guardians", organizations = "tun", countries = "TUN",
        objectives = { "7", "13" }, populations = "children", status = "published", confidentiality = "open" },
      { id = "families", kind = "practice", title = "Foster families", organizations = "mar", countries = "MAR",
        objectives = "13", populations = "children", adapted_from = "guardians", status = "published",
        ["x.good_practices.adaptation_notes"] = "Families in place of guardians" },
      { id = "lesson", kind = "lesson", title = "Ask the children", status = "published" },
      { id = "draft", kind = "practice", title = "Draft", objectives = "11", countries = "JOR" },
    },
  }
end

local function numbers(doc)
  local values = {}
  for index, metric in ipairs(doc:metrics()) do values[index] = metric.value end
  return values
end

return tests {
  ["objectives that nobody covers are gaps, and drafts cover none"] = function(t)
    local doc = t:run("reports/by_objective", { community = community(t) })
    t:equal(numbers(doc), { 3, 1, 2, 1 })
    t:equal(doc:rows(1), { { 7, "Vulnerabilities", 1 }, { 13, "Detention", 2 } })
    t:equal(doc:rows(2), { { 11, "Borders", "Manage borders" } })
  end,

  ["how many practices are enough is a setting"] = function(t)
    local doc = t:run("reports/by_objective", { community = community(t), settings = { enough = 2 } })
    t:equal(doc:rows(1), { { 13, "Detention", 2 } })
    t:equal(doc:rows(2), { { 7, "Vulnerabilities", "Reduce vulnerabilities", 1 }, { 11, "Borders", "Manage borders", 0 } })
  end,

  ["who adapted whose practice is shown, with what was changed"] = function(t)
    local doc = t:run("reports/adaptations", { community = community(t) })
    t:equal(numbers(doc), { 2, 1, 1, 0 })
    t:equal(doc:rows(), { { "Guardians", "Tunisia", "Foster families", "Morocco", "Families in place of guardians" } })
  end,

  ["what an observer does not see is not counted"] = function(t)
    local doc = t:run("reports/adaptations", { community = community(t), as = "guest" })
    t:equal(numbers(doc), { 1, 0, 0, 1 })
    t:equal(doc:rows(), { { "Guardians", "Tunisia", { "Vulnerabilities", "Detention" } } })
    t:contains(doc:text(), "others may see more")
  end,

  ["the mapping has themes, countries and the states without a practice"] = function(t)
    local doc = t:run("reports/mapping", { community = community(t) })
    t:equal(numbers(doc), { 2, 2, 1, 1 })
    t:equal(doc:rows(1), { { "children", "Morocco", 1 }, { "children", "Tunisia", 1 } })
    t:contains(doc:text(), "Jordan")
    t:equal(t:run("reports/mapping", { community = community(t), params = { theme = "objectives" } }):metrics()[3].value, 2)
  end,

  ["a community without practices says so"] = function(t)
    t:contains(t:run("reports/mapping", {}):text(), "there is nothing to map")
    t:contains(t:run("reports/adaptations", {}):text(), "No practice that you may see adapts another one.")
    t:contains(t:run("reports/by_objective", {}):text(), "No practice that you may see serves an objective.")
  end,
}
