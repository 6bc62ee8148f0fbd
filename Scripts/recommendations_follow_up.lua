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
    doc:metric({ en = "Recommendations", fr = "Recommandations", ar = "التوصيات" }, recommendations:count())
    doc:metric({ en = "Done", fr = "Terminées", ar = "منجزة" }, recommendations:where("status", "done"):count())
    doc:metric(
      { en = "Nobody responsible", fr = "Sans responsable", ar = "دون جهة مسؤولة" },
      pending:where("owners", none):count())
    doc:metric(
      { en = "No due date", fr = "Sans échéance", ar = "دون موعد استحقاق" },
      pending:where("due", none):count())
    doc:metric(
      { en = "Never reported on", fr = "Sans rapport d’étape", ar = "دون تقرير مرحلي" },
      pending:where("progress_reports", none):count())
    doc:chart {
      kind = "bar",
      title = { en = "By session", fr = "Par séance", ar = "حسب الجلسة" },
      rows = recommendations:group "session":count(),
    }
    doc:table {
      rows = recommendations:sort("session.title", "title"),
      columns = {
        "title",
        "session.title",
        "owners.name",
        "due",
        "status",
      },
    }
    return doc
  end,
}
