--- What became of the recommendations of each session: who is responsible, how far they are, what is in the way.
-- Example: --language fr
local items = require "lib.items"
local wording = require "lib.wording"

return report {
  title = { en = "Follow-up of recommendations", fr = "Suivi des recommandations", ar = "متابعة التوصيات" },
  description = {
    en = "The recommendations of the sessions: who answers for them, by when, and the progress, obstacles and next steps "
      .. "last reported.",
    fr = "Les recommandations des séances : qui en répond et pour quand, et les derniers progrès, obstacles et prochaines "
      .. "étapes signalés.",
    ar = "توصيات الجلسات: الجهات المسؤولة عنها ومواعيدها، وآخر ما أُبلغ عنه من تقدم وعوائق وخطوات تالية.",
  },
  params = {
    session = { type = "session", optional = true, title = { en = "Session", fr = "Séance", ar = "الجلسة" } },
  },
  run = function(community, params)
    local recommendations = community.action_items
      :where("kind", "recommendation")
      :where("session", params.session)
    local pending = items.pending(community):where("kind", "recommendation"):where("session", params.session)

    local doc = document()
    doc:metric({ en = "Recommendations", fr = "Recommandations", ar = "التوصيات" }, recommendations:count())
    if recommendations:count() == 0 then
      return doc:text {
        en = "There is no recommendation that you may see.",
        fr = "Il n’y a aucune recommandation à laquelle vous ayez accès.",
        ar = "لا توجد توصيات ضمن ما يحق لكم الاطلاع عليه.",
      }
    end
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

    local last, reported = items.last_reports(community.progress_reports:where("action_item", recommendations)), {}
    for item in recommendations:sort("session.title", "title"):each() do
      reported[#reported + 1] = last[item]
    end
    if #reported > 0 then
      doc:heading { en = "Last reported", fr = "Derniers rapports", ar = "آخر التقارير" }
      doc:table {
        rows = reported,
        columns = {
          "action_item.title",
          { function(report) return date(report.at) end, title = { en = "Date", fr = "Date", ar = "التاريخ" } },
          "progress",
          "achievement",
          "obstacle",
          "next_step",
        },
      }
    end
    doc:heading { en = "All recommendations", fr = "Toutes les recommandations", ar = "جميع التوصيات" }
    doc:table {
      rows = recommendations:sort("session.title", "title"),
      columns = {
        "title",
        "owners.name",
        "due",
        "status",
        "session.title",
      },
    }
    wording.note_what_is_seen(doc, community)
    return doc
  end,
}
