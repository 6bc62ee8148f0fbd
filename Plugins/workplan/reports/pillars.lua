--- The workplan under what its activities serve: the priority that each is a part of, an objective, an agency, a document.
-- Example: --language ar
local activities = require "lib.activities"

-- By what a user may ask for: the field whose values activities stand under, what such a value is called, what those
-- without one are called.
local pillars = {
  priority = {
    field = "parent",
    name = function(item) return item.title end,
    without = { en = "Under no priority", fr = "Hors priorité", ar = "أنشطة غير مدرجة تحت أولوية" },
  },
  objective = {
    field = "objectives",
    name = function(objective) return objective.number .. ". " .. objective.label end,
    without = { en = "Under no objective", fr = "Hors objectif", ar = "أنشطة دون هدف" },
  },
  responsible = {
    field = "owners",
    name = function(organization) return organization.name end,
    without = { en = "Nobody responsible", fr = "Sans responsable", ar = "أنشطة دون جهة مسؤولة" },
  },
  framework = {
    field = "framework",
    name = function(framework) return framework end,
    without = { en = "Of no document", fr = "Hors document", ar = "أنشطة غير مدرجة في وثيقة" },
  },
}

return report {
  title = { en = "Workplan by pillar", fr = "Plan de travail par axe", ar = "خطة العمل حسب المحاور" },
  description = {
    en = "The activities of the workplan under the priorities, objectives, agencies or documents that they belong to.",
    fr = "Les activités du plan de travail sous les priorités, objectifs, organismes ou documents dont elles relèvent.",
    ar = "أنشطة خطة العمل مبوبة حسب ما تندرج تحته من أولويات أو أهداف أو جهات أو وثائق.",
  },
  params = {
    by = { choices = { "priority", "objective", "responsible", "framework" }, default = "priority",
           title = { en = "Pillars", fr = "Axes", ar = "المحاور" } },
  },
  run = function(community, params)
    local pillar = pillars[params.by]
    local all = activities.all(community):sort("starts", "due", "title")
    local groups = all:where(pillar.field, except(none)):group(pillar.field):count()
    local without = all:where(pillar.field, none)

    local doc = document()
    doc:metric({ en = "Activities", fr = "Activités", ar = "الأنشطة" }, all:count())
    if all:count() == 0 then
      return doc:text {
        en = "The workplan has no activity that you may see.",
        fr = "Le plan de travail ne comprend aucune activité à laquelle vous ayez accès.",
        ar = "لا تتضمن خطة العمل أي نشاط يحق لكم الاطلاع عليه.",
      }
    end
    doc:metric({ en = "Done", fr = "Terminées", ar = "منجزة" }, all:where("status", "done"):count())
    doc:metric({ en = "Pillars", fr = "Axes", ar = "المحاور" }, #groups)
    doc:metric(pillar.without, without:count())
    doc:chart {
      kind = "stacked_bar", rows = all:group(pillar.field, "status"):count(),
      title = { en = "Activities by status", fr = "Activités par statut", ar = "الأنشطة حسب الحالة" },
    }
    local columns = activities.columns(all)
    table.move({ "starts", "due", "status", "progress" }, 1, 4, #columns + 1, columns)
    for group in groups:each() do
      local value = group[pillar.field]
      doc:heading(pillar.name(value))
      doc:table { rows = all:where(pillar.field, value), columns = columns }
    end
    if without:count() > 0 then
      doc:heading(pillar.without)
      doc:table { rows = without, columns = columns }
    end
    activities.note_what_is_seen(doc, community)
    return doc
  end,
}
