-- Every way in which a rule answers, by the titles of items.
return rule {
  title = "Deadlines",
  on = { "action_item.create", "action_item.update", "action_item.delete", "organization.create" },
  check = function(community, change)
    if change.entity == "organization" then return warn("a new organization: %s", change.after.name) end
    local before, after = change.before, change.after
    if change.action == "delete" then
      assert(after == nil)
      return reject("%s was due on %s", before.title, before.due)
    end
    if change.action == "create" then
      assert(before == nil and after.due == nil)
      return { warn "100% new", warn("%d items", community.action_items:count()) }
    end
    if after.title == "nothing" then return end
    if after.title == "wrong" then return "text" end
    if after.title == "mistake" then return before.titel end
    local fields = table.concat(change.fields, " ")
    return warn(
      "%s: %s of %s is %s of %s, %s", fields, before.title, before.owners:first() and before.owners:first().id, after.title,
      after.owners:first().id, before:texts("title").ar)
  end,
}
