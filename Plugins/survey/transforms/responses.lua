--- The answers of states to the survey, a state a row.
return transform {
  title = { en = "Answers to the survey of states", fr = "Réponses à l’enquête auprès des États", ar = "إجابات استبيان الدول" },
  description = {
    en = "Takes in what states chose as thematic priorities, modalities and frequency. A later answer takes the place of an earlier one.",
    fr = "Importe les priorités thématiques, modalités et fréquence choisies par les États. Une réponse ultérieure remplace la précédente.",
    ar = "يستورد ما اختارته الدول من أولويات مواضيعية وطرائق عمل ووتيرة، وتحل الإجابة اللاحقة محل السابقة.",
  },
  input = {
    format = { "xlsx", "csv", "json" },
    columns = {
      ["State"] = { type = "organization", also = { "Country", "Member State", "État", "Pays", "الدولة", "البلد" } },
      ["Thematic priorities"] = { type = "organization.x.survey.priorities?", separators = ";",
                                  also = { "Priorities", "Priorités thématiques", "الأولويات المواضيعية" } },
      ["Modalities"] = { type = "organization.x.survey.modalities?", separators = ";", also = { "Modalités", "طرائق العمل" } },
      ["Frequency"] = { type = "organization.x.survey.frequency?", also = { "Fréquence", "الوتيرة" } },
      ["Date"] = { type = "date?", also = { "Answered on", "Timestamp", "Répondu le", "تاريخ الإجابة", "التاريخ" } },
    },
  },
  row = function(_, row)
    local state = row["State"]
    if state.kind ~= "state" then return reject("%s is no state", state.name) end
    local answered = row["Date"] or today
    local former = state.x.survey.answered_on
    if former and former > answered then
      return skip { en = "a later answer is there already", fr = "une réponse plus récente existe déjà",
                    ar = "توجد إجابة أحدث" }
    end
    return update.organization {
      id = state,
      ["x.survey.priorities"] = row["Thematic priorities"],
      ["x.survey.modalities"] = row["Modalities"],
      ["x.survey.frequency"] = row["Frequency"],
      ["x.survey.answered_on"] = answered,
    }
  end,
}
