-- Documents: what reports say. What comes of it is held against in Swift.
return report {
  title = { en = "Everything", fr = "Tout" },
  params = { size = { type = "integer", default = 2 } },
  run = function(community, params)
    local doc = document { subtitle = { en = "All there is", ar = "كل شيء" } }
    doc:heading("Numbers"):text "Some *text*.":note "A remark."
    doc:heading({ en = "Second level" }, 2)
    doc:metric("Size", params.size, { target = 3, comparison = 1, type = "percent" })
    doc:chart {
      kind = "stacked_bar",
      title = "Owners by status",
      rows = community.action_items:group("owners", "status"):count(),
    }
    doc:chart {
      kind = "line",
      rows = { { quarter = "Q1", done = 1, open = 2 }, { quarter = "Q1", done = 3 } },
      label = "quarter",
      values = { "done", "open" },
    }
    doc:table {
      title = "Items",
      rows = community.action_items:limit(params.size),
      columns = {
        "title",
        { "owners.name", title = "Responsible" },
        { "status", align = "center" },
        { function(item) return item.owners end, title = "Owners", type = "list" },
        { function(item) return { item.assignee, item.due } end, title = "Both" },
      },
    }
    doc:table { rows = community.action_items:group("status"):average "progress" }
    doc:table { rows = { { name = "a", 1 }, { 2, 3 } } }
    doc:table { rows = community.members:where("role", "focal_point"):list(), columns = { "name" } }
    doc:table { rows = community.members:where("role", "observer"), columns = { "name" } }
    return doc
  end,
}
