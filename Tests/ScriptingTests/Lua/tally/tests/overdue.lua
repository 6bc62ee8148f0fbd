local organizations = { { id = "jor", name = { en = "Jordan", fr = "Jordanie" } }, { id = "lbn", name = "Lebanon" } }

local function small(t)
  return t:community {
    organizations = organizations,
    members = { { id = "fp", name = "Focal point", organization = "jor", role = "focal_point", language = "fr" } },
    action_items = {
      { id = "a-1", title = "Late", owners = "jor", due = "2024-05-01" },
      { id = "a-2", title = "Done", owners = { "jor", "lbn" }, due = "2024-05-01", status = "done" },
      { title = "Later", owners = { "jor", "lbn" }, due = date "2024-06-01", priority = 3 },
    },
  }
end

return tests {
  ["late items are listed, done ones are not"] = function(t)
    local community = t:community {                    -- a small community in memory
      organizations = { { id = "jor", name = "Jordan" } },
      action_items  = { { id = "a-1", title = "Late", owners = "jor", due = "2024-05-01" },
                        { id = "a-2", title = "Done", owners = "jor", due = "2024-05-01", status = "done" } },
    }
    local doc = t:run("reports/overdue", { community = community, params = { as_of = "2024-06-30" } })
    t:equal(doc:rows(), { { "Late", "Jordan", date "2024-05-01", 60 } })   -- doc:text() gives what a reader sees
  end,

  ["a document is looked at from every side"] = function(t)
    local doc = t:run("reports/overdue", {
      community = small(t), params = { as_of = date "2024-06-30", owner = "jor" }, now = "2024-07-01T00:00Z",
    })
    t:equal(doc.title, "Overdue action items")
    t:equal(doc.subtitle, "As of 30 June 2024")
    t:equal(doc:metrics(), { { title = "Overdue", value = 2.0 } })
    t:equal(#doc:charts(), 1)
    local chart = doc:charts()[1]
    t:equal({ chart.kind, chart.title, chart.rows }, { "bar", "By organization", { { "Jordan", 2 }, { "Lebanon", 1 } } })
    t:equal(doc:rows(1)[2], { "Later", { "Jordan", "Lebanon" }, date "2024-06-01", 29 })
    t:contains(doc:text(), "Late")
    t:contains(doc:text "markdown", "| Late")
    t:fails(function() doc:rows(2) end, "the document has 1 table, and no table 2")
    t:fails(function() doc:text "xlsx" end, "gives the formats terminal and markdown")
  end,

  ["whoever looks has a language of their own"] = function(t)
    local community = small(t)
    local doc = t:run("reports/overdue", { community = community, params = { as_of = "2024-06-30" }, as = "fp" })
    t:equal(doc.title, "Actions en retard")
    t:equal(doc:rows()[1][2], "Jordanie")
    t:equal(t:run("reports/overdue", { community = community, language = "fr" }).title, "Actions en retard")
    t:fails(function() t:run("reports/overdue", { community = community, as = "nobody" }) end, "no member 'nobody'")
  end,

  ["settings are as declared, or as the test says"] = function(t)
    local options = { community = small(t), params = { as_of = "2024-05-03" } }
    t:equal(t:run("reports/overdue", options):rows(), {})
    options.settings = { grace_days = 1 }
    t:equal(#t:run("reports/overdue", options):rows(), 1)
    t:fails(function() t:run("reports/overdue", { settings = { grace_day = 1 } }) end, "did you mean 'grace_days'?")
    t:fails(function() t:run("reports/overdue", { settings = { grace_days = 31 } }) end, "from 0 to 30")
  end,

  ["what the plugin does not ask for is not granted"] = function(t)
    t:fails(function() t:run("reports/emails", { community = small(t) }) end,
      "tally does not ask for 'read members.personal'; add \"members.personal\" to `read` in [needs] of plugin.toml")
  end,

  ["checks say what is different"] = function(t)
    t:truthy(1)
    t:contains({ "a", { 1, 2 } }, { 1, 2 })
    t:equal({ a = { 1, 2 } }, { a = { 1.0, 2 } })
    t:fails(function() t:equal(1, 2, "one") end, "one: the values are not equal")
    t:fails(function() t:truthy(nil) end, "the value is nil")
    t:fails(function() t:truthy(false, "so it is") end, "so it is: the value is false")
    t:fails(function() t:contains("abc", "x") end, "\"x\" is not in it")
    t:fails(function() t:contains(1, 2) end, "looks for a text in a text or a value in a list")
    t:fails(function() t:fails(function() end) end, "there was no error")
    t:fails(function() t:fails(error, "else") end, "the error does not say 'else'")
    t:fails(function() t:equal(print, print) end, "cannot be compared")
  end,

  ["mistakes in a community are told"] = function(t)
    local function mistake(records, message)
      t:fails(function() t:community(records) end, message)
    end
    mistake({ action_item = {} }, "there are no 'action_item'; did you mean 'action_items'?")
    mistake({ action_items = { { titel = "x" } } }, "action_items[1]: 'titel' is not a field of action_item; did you mean")
    mistake({ action_items = { { title = "x", due = "soon" } } }, "action_items[1].due: 'soon' is not a date")
    mistake({ action_items = { { title = "x", due = {} } } }, "action_items[1].due has one value, and this is a table")
    mistake({ action_items = { { title = "x", owners = "jor" } } }, "jor")
    mistake({ action_items = { { title = print } } }, "action_items[1].title cannot be a function")
    mistake({ organizations = { { id = "jor", name = "Jordan", members = "fp" } } }, "the other side of a reference")
    mistake({ organizations = "jor" }, "the organizations must be a list of records")
    mistake({ { } }, "has a number as a key")
    t:truthy(t:community {})
    t:truthy(t:community { action_items = { { title = "x", ["x.tally.national_reference"] = "N1" } } })
  end,

  ["files that are not there are told"] = function(t)
    t:fails(function() t:run("reports/overdu") end, "the plugin has no file 'reports/overdu.lua'; did you mean")
    t:fails(function() t:run("reminders/due") end, "is a reminder")
    t:fails(function() t:run("reports/overdue", { paramz = {} }) end, "no option 'paramz'; did you mean 'params'?")
    t:fails(function() t:run("reports/overdue", { params = { own = 1 } }) end, "no parameter 'own'")
  end,
}
