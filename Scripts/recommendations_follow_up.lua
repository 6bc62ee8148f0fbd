--- What became of the recommendations of each session: who is responsible, by when, and how far they are.
return report {
  title  = { en = "Follow-up of recommendations", fr = "Suivi des recommandations", ar = "متابعة التوصيات" },
  params = {
    session = { type = "session", optional = true, title = { en = "Session", fr = "Séance", ar = "الجلسة" } },
  },
  run = function(community, params)
    local recommendations = community.action_items
      :where("kind", "recommendation")
      :where("session", params.session)
    local pending = recommendations:where("status", except { "done", "cancelled" })

    local doc = document()
    doc:metric("Recommendations", recommendations:count())
    doc:metric("Done", recommendations:where("status", "done"):count())
    doc:metric("Nobody responsible", pending:where("owners", none):count())
    doc:metric("No due date", pending:where("due", none):count())
    doc:metric("Never reported on", pending:where("progress_reports", none):count())
    doc:chart { kind = "bar", title = "By session", rows = recommendations:group "session":count() }
    doc:table {
      rows = recommendations:sort("session.title", "title"),
      columns = {
        "title",
        { "session.title", title = "Session" },
        { "owners.name", title = "Responsible" },
        "due",
        "status",
      },
    }
    return doc
  end,
}
