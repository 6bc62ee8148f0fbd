local function community(t)
  return t:community {
    organizations = { { id = "jor", name = "Jordan" } },
    members = { { id = "m-1", name = "Amal", organization = "jor" } },
    action_items = {
      { id = "a-1", title = "Survey", starts = "2024-05-01", due = "2024-06-30", owners = "jor" },
      { id = "a-2", title = "Odd", starts = "2024-05-01", due = "2024-04-30" },
    },
  }
end

return tests {
  ["an item that is due before it starts is refused"] = function(t)
    local options = {
      community = community(t),
      change = create.action_item { title = "New", starts = "2024-05-02", due = "2024-05-01" },
    }
    local verdicts = t:run("rules/due_before_start", options)
    t:equal(verdicts:rejections(), { "it is due on 1 May 2024, before it starts on 2 May 2024" })
    t:equal(verdicts:warnings(), {})
    options.language = "ar"
    t:contains(t:run("rules/due_before_start", options):rejections()[1], "يسبق تاريخ بدايته")
    options.language = "fr"
    t:contains(t:run("rules/due_before_start", options):rejections()[1], "précède son début")
  end,

  ["moving one of the two dates is looked at, and anything else is not"] = function(t)
    local function rejections(change)
      return #t:run("rules/due_before_start", { community = community(t), change = change }):rejections()
    end
    t:equal(rejections(update.action_item { id = "a-1", due = "2024-04-01" }), 1)
    t:equal(rejections(update.action_item { id = "a-1", starts = "2024-06-30" }), 0)
    t:equal(rejections(update.action_item { id = "a-2", status = "done" }), 0)
    t:equal(rejections(update.action_item { id = "a-2", due = "2024-04-29" }), 1)
    t:equal(rejections(create.action_item { title = "Open end", starts = "2024-05-01" }), 0)
  end,

  ["an item that is nobody's is warned of, once"] = function(t)
    local function warnings(change)
      return t:run("rules/without_owner", { community = community(t), change = change }):warnings()
    end
    t:equal(
      warnings(create.action_item { title = "New" }),
      { "nobody sees to it: it has neither a responsible organization nor an assignee" })
    t:equal(#warnings(update.action_item { id = "a-1", owners = none }), 1)
    t:equal(warnings(update.action_item { id = "a-2", progress = 5 }), {})
    t:equal(warnings(create.action_item { title = "New", assignee = "m-1" }), {})
    t:equal(warnings(create.action_item { title = "New", status = "done" }), {})
    t:equal(warnings(update.action_item { id = "a-2", owners = { "jor" } }), {})
  end,

  ["of several changes each is looked at"] = function(t)
    local verdicts = t:run("rules/without_owner", {
      community = community(t), language = "ar",
      change = { create.action_item { title = "One" }, create.action_item { title = "Two" } },
    })
    t:equal(#verdicts:warnings(), 2)
    t:contains(verdicts:warnings()[1], "لا أحد يتولاه")
  end,
}
