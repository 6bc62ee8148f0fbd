--- What the states answered: priorities, modalities and frequency, and who has not answered.
-- Example: --language fr
return report {
  title = { en = "Survey of states", fr = "Enquête auprès des États", ar = "استبيان الدول" },
  description = {
    en = "Which thematic priorities, modalities and frequency states have chosen, state by state.",
    fr = "Les priorités thématiques, les modalités et la fréquence choisies par les États, État par État.",
    ar = "الأولويات المواضيعية وطرائق العمل والوتيرة التي اختارتها الدول، دولة دولة.",
  },
  run = function(community)
    local states = community.organizations:where("kind", "state"):where("active", true)
    local answered = states:where("x.survey.answered_on", except(none))
    local missing = states:where("x.survey.answered_on", none):sort "name"

    local doc = document()
    doc:metric({ en = "States that answered", fr = "États ayant répondu", ar = "الدول التي أجابت" }, answered:count(),
      { target = states:count() })
    if answered:count() == 0 then
      return doc:text {
        en = "No state has answered yet.",
        fr = "Aucun État n’a encore répondu.",
        ar = "لم تجب أي دولة بعد.",
      }
    end
    local charts = {
      { "priorities", { en = "Thematic priorities", fr = "Priorités thématiques", ar = "الأولويات المواضيعية" } },
      { "modalities", { en = "Modalities", fr = "Modalités", ar = "طرائق العمل" } },
      { "frequency", { en = "Frequency", fr = "Fréquence", ar = "الوتيرة" } },
    }
    for _, chart in ipairs(charts) do
      local field = "x.survey." .. chart[1]
      local rows = answered:where(field, except(none)):group(field):count()
      if #rows > 0 then doc:chart { kind = "bar", title = chart[2], rows = rows } end
    end
    doc:heading { en = "By state", fr = "Par État", ar = "حسب الدولة" }
    doc:table {
      rows = answered:sort "name",
      columns = {
        { "name", title = { en = "State", fr = "État", ar = "الدولة" } },
        "x.survey.priorities", "x.survey.modalities", "x.survey.frequency", "x.survey.answered_on",
      },
    }
    if missing:count() > 0 then
      doc:heading { en = "Without an answer", fr = "Sans réponse", ar = "دول لم تجب" }
      doc:table { rows = missing, columns = { { "name", title = { en = "State", fr = "État", ar = "الدولة" } } } }
    end
    return doc
  end,
}
