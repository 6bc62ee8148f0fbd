--- The fields in which the Migration Network Hub describes a practice.
local hub = {}

--- What stands above the columns, in each language that such files are written in.
hub.titles = {
  title         = { en = "Title", fr = "Titre", ar = "العنوان" },
  kind          = { en = "Type", fr = "Type de pratique", ar = "النوع" },
  summary       = { en = "Summary", fr = "Résumé", ar = "الملخص" },
  description   = { en = "Description", fr = "Description détaillée", ar = "الوصف" },
  organizations = { en = "Organizations", fr = "Organisations", ar = "الجهات" },
  countries     = { en = "Countries", fr = "Pays", ar = "البلدان" },
  objectives    = { en = "GCM Objectives", fr = "Objectifs du Pacte", ar = "أهداف الاتفاق العالمي" },
  principles    = { en = "Guiding Principles", fr = "Principes directeurs", ar = "المبادئ التوجيهية" },
  populations   = { en = "Target Populations", fr = "Populations cibles", ar = "الفئات المستهدفة" },
  started       = { en = "Start Date", fr = "Date de début", ar = "تاريخ البداية" },
  ended         = { en = "End Date", fr = "Date de fin", ar = "تاريخ النهاية" },
  source        = { en = "Link", fr = "Lien", ar = "الرابط" },
  languages     = { en = "Languages", fr = "Langues", ar = "اللغات" },
}

--- A function of a practice: one field of all the records that another leads to, as one text.
function hub.joined(many, field, separator)
  return function(practice)
    local texts = {}
    for record in practice[many]:each() do texts[#texts + 1] = tostring(record[field]) end
    return table.concat(texts, separator)
  end
end

return hub
