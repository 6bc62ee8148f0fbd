--- Who adapted whose practice, what had to be changed, and which practices nobody has taken up yet.
-- Example: --language fr
local wording = require "lib.wording"

return report {
  title = { en = "Practices that were adapted", fr = "Pratiques adaptées", ar = "الممارسات المقتبسة" },
  description = {
    en = "Which practices others have adapted and what they changed, and which nobody has taken up yet.",
    fr = "Les pratiques que d’autres ont adaptées et ce qu’ils y ont changé, et celles que personne n’a encore reprises.",
    ar = "الممارسات التي اقتبستها جهات أخرى وما غيّرته فيها، والممارسات التي لم يقتبسها أحد بعد.",
  },
  params = {
    objective = { type = "objective", optional = true, title = { en = "Objective", fr = "Objectif", ar = "الهدف" } },
  },
  run = function(community, params)
    local practices = community.practices
      :where("status", "published")
      :where("kind", "practice")
      :where("objectives", params.objective)
    -- An adaptation of a practice that the reader may not see does not tell of it.
    local adaptations = practices:where("adapted_from", except(none)):sort("adapted_from.title", "title")
    local originals = practices:where("adaptations", adaptations)
    local waiting = practices:where("adaptations", except(adaptations)):where("adapted_from", none)

    local doc = document()
    doc:metric({ en = "Practices", fr = "Pratiques", ar = "الممارسات" }, practices:count())
    doc:metric({ en = "Adapted by others", fr = "Adaptées par d’autres", ar = "اقتبستها جهات أخرى" }, originals:count())
    doc:metric({ en = "Adaptations", fr = "Adaptations", ar = "الاقتباسات" }, adaptations:count())
    doc:metric({ en = "Not taken up yet", fr = "Pas encore reprises", ar = "لم يقتبسها أحد بعد" }, waiting:count())
    if adaptations:count() == 0 then
      doc:text {
        en = "No practice that you may see adapts another one.",
        fr = "Aucune pratique à laquelle vous ayez accès n’en adapte une autre.",
        ar = "لا توجد ضمن ما يحق لكم الاطلاع عليه ممارسة مقتبسة من أخرى.",
      }
    else
      local columns = {
        { "adapted_from.title", title = { en = "Practice", fr = "Pratique", ar = "الممارسة" } },
        { "adapted_from.organizations.name", title = { en = "Of", fr = "De", ar = "صاحبة الممارسة" } },
        { "title", title = { en = "Adapted as", fr = "Adaptée sous le titre", ar = "عنوان الاقتباس" } },
        { "organizations.name", title = { en = "By", fr = "Par", ar = "الجهة المقتبسة" } },
      }
      if adaptations:where("x.good_practices.adaptation_notes", except(none)):count() > 0 then
        columns[#columns + 1] = "x.good_practices.adaptation_notes"
      end
      doc:heading { en = "Adapted", fr = "Adaptées", ar = "ممارسات مقتبسة" }
      doc:table { rows = adaptations, columns = columns }
    end
    if waiting:count() > 0 then
      doc:heading { en = "Not taken up yet", fr = "Pas encore reprises", ar = "لم يقتبسها أحد بعد" }
      doc:table { rows = waiting:sort "title", columns = { "title", "organizations.name", "objectives.label" } }
    end
    wording.note_what_is_seen(doc, community)
    return doc
  end,
}
