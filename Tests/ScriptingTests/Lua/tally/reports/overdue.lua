--- The report of the target in the description of the API.
return report {
  title = { en = "Overdue action items", fr = "Actions en retard" },
  params = {
    as_of = { type = "date", default = "today", title = "As of" },
    owner = { type = "organization", optional = true, title = "Responsible" },
  },
  run = function(community, params)
    local overdue = community.action_items
      :where("status", except { "done", "cancelled" })
      :where("due", before(params.as_of - days(settings.grace_days)))
      :where("owners", params.owner)
      :sort("due", "-priority")

    local doc = document { subtitle = "As of " .. params.as_of:format "d MMMM yyyy" }
    doc:metric("Overdue", overdue:count())
    doc:chart { kind = "bar", title = "By organization", rows = overdue:group "owners":count() }
    doc:table {
      rows = overdue,
      columns = {
        "title",
        { "owners.name", title = "Responsible" },
        "due",
        { function(item) return params.as_of - item.due end, title = "Days late", type = "integer" },
      },
    }
    return doc
  end,
}
