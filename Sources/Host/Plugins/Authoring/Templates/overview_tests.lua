--- Each test makes a small community, runs a file of the plugin on it, and looks at what comes of it.
local function community(t)
  return t:community {
{{records}}  }
end

return tests {
  ["all records are counted"] = function(t)
    local doc = t:run("reports/overview", { community = community(t) })
    t:equal(doc:metrics()[1].value, 2)
    t:equal(#doc:rows(), 2)
  end,

  ["no more are listed than the setting says"] = function(t)
    local doc = t:run("reports/overview", { community = community(t), settings = { most_rows = 1 } })
    t:equal(#doc:rows(), 1)
  end,

  ["readers are told the day in their own language"] = function(t)
    local options = { community = community(t), params = { as_of = "2024-06-30" }, language = "fr" }
    local doc = t:run("reports/overview", options)
    t:equal(doc.title, "Vue d’ensemble")
    t:equal(doc.subtitle, "Au 30 juin 2024")
  end,
}
