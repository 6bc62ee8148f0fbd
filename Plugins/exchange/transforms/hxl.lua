--- Action items as a table with hashtags of the Humanitarian Exchange Language (HXL 1.1, https://hxlstandard.org).
-- Several values of a cell are parted by " | ", as its attribute +list has it.
local function each(field)
  return function(item)
    local texts = {}
    for owner in item.owners:each() do
      local text = owner[field]
      if text then texts[#texts + 1] = text end
    end
    return table.concat(texts, " | ")
  end
end

return transform {
  title = { en = "Action items, HXL", fr = "Actions, HXL", ar = "بنود العمل بصيغة HXL" },
  description = {
    en = "Who does what, where and when, with the hashtags by which other humanitarian data are joined to it.",
    fr = "Qui fait quoi, où et quand, avec les mots-dièse qui permettent le rapprochement avec d’autres données humanitaires.",
    ar = "من يفعل ماذا وأين ومتى، مع الوسوم التي تُربط بها البيانات الإنسانية الأخرى.",
  },
  params = {
    kind = { choices = { "recommendation", "commitment", "activity", "task" }, optional = true,
             title = { en = "Kind", fr = "Type", ar = "النوع" } },
    owner = { type = "organization", optional = true,
              title = { en = "Responsible", fr = "Responsable", ar = "الجهة المسؤولة" } },
  },
  output = { format = "csv" },
  run = function(community, params)
    local doc = document()
    doc:table {
      rows = community.action_items:where("kind", params.kind):where("owners", params.owner):sort "id",
      columns = {
        { "id", title = { en = "Code", fr = "Code", ar = "الرمز" }, tag = "#activity+code" },
        { "title", title = { en = "Activity", fr = "Activité", ar = "النشاط" }, tag = "#activity+name" },
        -- Programs are given the same words whoever exports.
        { function(item) return item.kind end, title = { en = "Type", fr = "Type", ar = "النوع" }, tag = "#activity+type" },
        { each "name", title = { en = "Organizations", fr = "Organisations", ar = "الجهات" }, tag = "#org+name+list" },
        { each "country", title = { en = "Countries", fr = "Pays", ar = "البلدان" }, tag = "#country+code+iso3+list" },
        { function(item) return item.status end, title = { en = "Status", fr = "Statut", ar = "الحالة" }, tag = "#status" },
        { "starts", title = { en = "Start", fr = "Début", ar = "البداية" }, tag = "#date+start" },
        { "due", title = { en = "End", fr = "Fin", ar = "النهاية" }, tag = "#date+end" },
        { "progress", title = { en = "Progress (%)", fr = "Avancement (%)", ar = "نسبة التقدم" },
          tag = "#indicator+progress+percent" },
      },
    }
    return doc
  end,
}
