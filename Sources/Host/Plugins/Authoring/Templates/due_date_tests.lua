local function community(t)
  return t:community { action_items = { { id = "a-1", title = "Report", due = "2024-05-01" } } }
end

local function warnings(t, change, language)
  return t:run("rules/due_date", { community = community(t), change = change, language = language }):warnings()
end

return tests {
  ["an open item without a due date is warned of"] = function(t)
    t:equal(warnings(t, create.action_item { title = "Plan" }), { "The action item has no due date." })
    t:equal(warnings(t, update.action_item { id = "a-1", due = none }, "fr"), { "L’action n’a pas d’échéance." })
  end,

  ["what is done, or has a due date, is not"] = function(t)
    t:equal(warnings(t, update.action_item { id = "a-1", due = none, status = "done" }), {})
    t:equal(warnings(t, create.action_item { title = "Plan", due = "2024-06-30" }), {})
  end,
}
