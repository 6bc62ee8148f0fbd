--- Overdue action items, by responsible organization: those whose days of grace are over.
-- Example: --language en
local items = require "lib.items"
local wording = require "lib.wording"

return report {
  title = { en = "Overdue action items", fr = "Actions en retard", ar = "بنود العمل المتأخرة" },
  description = {
    en = "The action items that are past their due date by more than the days of grace, the longest overdue first.",
    fr = "Les actions dont l’échéance est dépassée de plus que les jours de tolérance, les plus en retard d’abord.",
    ar = "بنود العمل التي انقضت بعد موعد استحقاقها أيام السماح، بدءا بأكثرها تأخرا.",
  },
  params = {
    as_of = { type = "date", default = "today", title = { en = "As of", fr = "Au", ar = "حتى تاريخ" } },
    owner = {
      type = "organization", optional = true,
      title = { en = "Responsible", fr = "Responsable", ar = "الجهة المسؤولة" },
    },
    kind = {
      choices = { "recommendation", "commitment", "activity", "task" }, optional = true,
      title = { en = "Kind", fr = "Type", ar = "النوع" },
    },
  },
  run = function(community, params)
    local pending = items.pending(community)
      :where("owners", params.owner)                   -- `any` when the user left it out
      :where("kind", params.kind)
    local overdue = items.overdue(pending, params.as_of):sort("due", "-priority", "title")
    local late = pending:where("due", before(params.as_of)):count()

    local doc = document { subtitle = wording.as_of(params.as_of) }
    doc:metric({ en = "Overdue", fr = "En retard", ar = "متأخرة" }, overdue:count(), { target = 0 })
    if settings.grace_days > 0 then
      doc:metric(
        { en = "Within the days of grace", fr = "Dans les jours de tolérance", ar = "ضمن أيام السماح" },
        late - overdue:count())
    end
    doc:metric({ en = "Pending", fr = "En cours", ar = "قيد المتابعة" }, pending:count())
    if overdue:count() == 0 then
      doc:text {
        en = "No action item that you may see is overdue.",
        fr = "Aucune des actions auxquelles vous avez accès n’est en retard.",
        ar = "لا توجد بنود عمل متأخرة ضمن ما يحق لكم الاطلاع عليه.",
      }
      wording.note_what_is_seen(doc, community)
      return doc
    end
    doc:chart {
      kind = "bar",
      title = { en = "By organization", fr = "Par organisation", ar = "حسب الجهة" },
      rows = overdue:group "owners":count(),
    }
    local columns = { "title", "owners.name", "due" }
    columns[#columns + 1] = {
      function(item) return params.as_of - item.due end,
      title = { en = "Days late", fr = "Jours de retard", ar = "أيام التأخير" },
      type = "integer",
    }
    if overdue:where("x.follow_up.national_reference", except(none)):count() > 0 then
      columns[#columns + 1] = "x.follow_up.national_reference"
    end
    doc:table { rows = overdue, columns = columns }
    if settings.grace_days > 0 then
      doc:note(plural(settings.grace_days, {
        en = { one = "An item is overdue when {count} day has passed since its due date.",
               other = "An item is overdue when {count} days have passed since its due date." },
        fr = { one = "Une action est en retard quand {count} jour s’est écoulé depuis son échéance.",
               other = "Une action est en retard quand {count} jours se sont écoulés depuis son échéance." },
        ar = { one = "يُعدّ البند متأخرا إذا انقضى يوم واحد على موعد استحقاقه.",
               two = "يُعدّ البند متأخرا إذا انقضى يومان على موعد استحقاقه.",
               few = "يُعدّ البند متأخرا إذا انقضت {count} أيام على موعد استحقاقه.",
               many = "يُعدّ البند متأخرا إذا انقضى {count} يوما على موعد استحقاقه.",
               other = "يُعدّ البند متأخرا إذا انقضى {count} يوم على موعد استحقاقه." },
      }))
    end
    wording.note_what_is_seen(doc, community)
    return doc
  end,
}
