local function community(t)
  return t:community {
    organizations = { { id = "jor", name = "Jordan" }, { id = "egy", name = "Egypt" } },
    members = { { id = "m-1", name = "Amal", organization = "jor", role = "member" } },
    action_items = {
      { id = "a-1", title = { en = "One", ar = "واحد" }, owners = { "jor" }, due = "2024-05-01",
        ["x.tally.national_reference"] = "N-1" },
    },
  }
end

local function run(t, change, options)
  options = options or {}
  options.community, options.change = community(t), change
  return t:run("rules/deadlines", options)
end

return tests {
  ["a new record is there, and warnings come in their order"] = function(t)
    local verdicts = run(t, create.action_item { title = "Two" })
    t:equal(verdicts:warnings(), { "100% new", "2 items" })
    t:equal(verdicts:rejections(), {})
  end,

  ["a record is told before and after, with what it leads to"] = function(t)
    local change = update.action_item { id = "a-1", title = "First", owners = { "egy" } }
    t:equal(run(t, change):warnings(), { "title owners: One of jor is First of egy, واحد" })
    t:equal(run(t, update.action_item { id = "a-1", title = "nothing" }):warnings(), {})
  end,

  ["a deletion is refused"] = function(t)
    t:equal(run(t, delete.action_item "a-1"):rejections(), { "One was due on 2024-05-01" })
  end,

  ["only the events that it names are looked at"] = function(t)
    t:equal(run(t, update.organization { id = "jor", name = "The Kingdom" }):warnings(), {})
    t:equal(run(t, { create.organization { id = "lbn", name = "Lebanon", kind = "state" }, delete.action_item "a-1" }):warnings(),
      { "a new organization: Lebanon" })
  end,

  ["what cannot be done, and a rule that answers nonsense, are errors of the test"] = function(t)
    t:fails(function() run(t, delete.action_item "a-1", { as = "m-1" }) end, "you may not delete action items")
    t:fails(function() run(t, update.action_item { id = "a-9", title = "x" }) end, "there is no action_item 'a-9'")
    t:fails(function() run(t, update.action_item { id = "a-1", title = "wrong" }) end, "'check' returns a string")
    t:fails(function() run(t, update.action_item { id = "a-1", title = "mistake" }) end, "did you mean 'title'?")
    t:fails(function() run(t, "a-1") end, "must be a change, such as create.session")
  end,
}
