--- What a review has to ask: items that nobody reported on, that are blocked, late, without an owner or a date.
-- Example: --language fr
local items = require "lib.items"
local wording = require "lib.wording"

return report {
  title = { en = "Open questions of the review", fr = "Questions en suspens pour l’examen", ar = "المسائل المعلقة في الاستعراض" },
  description = {
    en = "The action items that a review should ask about: not reported on in the period, blocked, overdue, without anyone "
      .. "responsible, without a due date; and the obstacles last reported.",
    fr = "Les actions sur lesquelles l’examen doit s’interroger : sans rapport sur la période, bloquées, en retard, sans "
      .. "responsable, sans échéance ; et les derniers obstacles signalés.",
    ar = "بنود العمل التي ينبغي للاستعراض أن يسأل عنها: التي لم يُقدَّم عنها تقرير خلال الفترة، والمتعثرة، والمتأخرة، والتي لا "
      .. "جهة مسؤولة عنها، والتي لا موعد استحقاق لها؛ مع آخر ما أُبلغ عنه من عوائق.",
  },
  params = {
    as_of  = { type = "date", default = "today", title = { en = "As of", fr = "Au", ar = "حتى تاريخ" } },
    months = { type = "integer", default = 6,
               title = { en = "Period in months", fr = "Période en mois", ar = "الفترة بالأشهر" } },
    kind   = { choices = { "recommendation", "commitment", "activity", "task" }, optional = true,
               title = { en = "Kind", fr = "Type", ar = "النوع" } },
    owner  = { type = "organization", optional = true,
               title = { en = "Responsible", fr = "Responsable", ar = "الجهة المسؤولة" } },
  },
  run = function(community, params)
    local pending = items.pending(community)
      :where("kind", params.kind)
      :where("owners", params.owner)
    local reports = community.progress_reports:where("action_item", pending)
    local recent = reports:where("at", between(params.as_of - months(params.months), params.as_of))

    local doc = document { subtitle = wording.as_of(params.as_of) }
    if pending:count() == 0 then
      return doc:text {
        en = "No action item that you may see is pending: the review has nothing to ask.",
        fr = "Aucune des actions auxquelles vous avez accès n’est en cours : l’examen n’a rien à demander.",
        ar = "لا توجد بنود عمل قائمة ضمن ما يحق لكم الاطلاع عليه، فلا أسئلة مطروحة على الاستعراض.",
      }
    end

    local latest = items.last_reports(reports:where("at", before(params.as_of + days(1))))
    local function last(field, title)
      return { function(item) return latest[item] and latest[item][field] end, title = title }
    end
    local reported = {
      function(item) return latest[item] and date(latest[item].at) end,
      title = { en = "Last report", fr = "Dernier rapport", ar = "آخر تقرير" },
    }

    local questions = {
      {
        title = { en = "Blocked", fr = "Bloquées", ar = "متعثرة" },
        items = pending:where("status", "blocked"),
        columns = {
          "title", "owners.name",
          last("obstacle", { en = "Obstacle", fr = "Obstacle", ar = "العائق" }),
          last("next_step", { en = "Next step", fr = "Prochaine étape", ar = "الخطوة التالية" }),
        },
      },
      {
        title = { en = "Overdue", fr = "En retard", ar = "متأخرة" },
        items = items.overdue(pending, params.as_of),
        columns = { "title", "owners.name", "due", "status", reported },
      },
      {
        title = { en = "Not reported on in the period", fr = "Sans rapport sur la période", ar = "دون تقرير خلال الفترة" },
        items = pending:where("progress_reports", except(recent)),
        columns = { "title", "kind", "owners.name", reported },
      },
      {
        title = { en = "Nobody responsible", fr = "Sans responsable", ar = "دون جهة مسؤولة" },
        items = pending:where("owners", none),
        columns = { "title", "kind", "session.title" },
      },
      {
        title = { en = "No due date", fr = "Sans échéance", ar = "دون موعد استحقاق" },
        items = pending:where("due", none),
        columns = { "title", "kind", "owners.name" },
      },
    }

    doc:metric({ en = "Pending", fr = "En cours", ar = "قيد المتابعة" }, pending:count())
    local bars, clear = {}, {}
    for _, question in ipairs(questions) do
      question.count = question.items:count()
      bars[#bars + 1] = { label = tr(question.title), value = question.count }
      if question.count == 0 then clear[#clear + 1] = tr(question.title) end
      doc:metric(question.title, question.count, { target = 0 })
    end
    doc:chart {
      kind = "bar", rows = bars,
      title = { en = "Items by question", fr = "Actions par question", ar = "بنود العمل حسب المسألة" },
    }
    for _, question in ipairs(questions) do
      if question.count > 0 then
        doc:heading(question.title)
        doc:table { rows = question.items:sort("-priority", "due", "title"), columns = question.columns }
      end
    end
    if #clear > 0 then
      doc:note(tr { en = "Nothing to ask: ", fr = "Rien à demander : ", ar = "لا مسائل معلقة بشأن: " }
        .. table.concat(clear, tr { en = ", ", fr = ", ", ar = "، " }))
    end
    doc:note {
      en = "An item may raise several questions, and then stands under each.",
      fr = "Une action peut soulever plusieurs questions ; elle figure alors sous chacune.",
      ar = "قد يثير البند الواحد أكثر من مسألة، فيرد عندئذ تحت كل منها.",
    }
    wording.note_what_is_seen(doc, community)
    return doc
  end,
}
