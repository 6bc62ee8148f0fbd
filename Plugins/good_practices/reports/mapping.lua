--- What is done where: the published practices by theme and by country, as a mapping report has them.
-- Example: --language en

local wording = require "lib.wording"

-- A row for each country that a practice names, the states' names by their codes, and those of states without one.
local function by_country(community, practices)
  local names, rows, seen, missing = {}, {}, {}, {}
  local states = community.organizations:where("kind", "state"):where("active", true):sort "name"
  for state in states:each() do
    if state.country then names[state.country] = state.name end
  end
  for group in practices:group("countries"):count():each() do
    seen[group.countries] = true
    rows[#rows + 1] = { label = names[group.countries] or group.countries, value = group.count }
  end
  for state in states:each() do
    if state.country and not seen[state.country] then missing[#missing + 1] = state.name end
  end
  return rows, names, missing
end

return report {
  title = { en = "Mapping of promising practices", fr = "Cartographie des pratiques prometteuses",
            ar = "مسح الممارسات الواعدة" },
  description = {
    en = "The published practices that name a country, by theme and country, and the states from which none is known.",
    fr = "Les pratiques publiées qui indiquent un pays, par thème et par pays, et les États dont aucune n’est connue.",
    ar = "الممارسات المنشورة المنسوبة إلى بلد، حسب الموضوع والبلد، والدول التي لا تُعرف لها ممارسة.",
  },
  params = {
    theme = { choices = { "populations", "objectives", "principles", "tags" }, default = "populations",
              title = { en = "Theme", fr = "Thème", ar = "الموضوع" } },
    kind  = { choices = { "practice", "challenge", "lesson", "achievement" }, optional = true,
              title = { en = "Kind", fr = "Type", ar = "النوع" } },
  },
  run = function(community, params)
    local published = community.practices
      :where("status", "published")
      :where("kind", params.kind)
    local practices = published:where("countries", except(none))
    local countries, names, missing = by_country(community, practices)
    local themes = practices:where(params.theme, except(none))

    local doc = document()
    doc:metric({ en = "Practices", fr = "Pratiques", ar = "الممارسات" }, practices:count())
    doc:metric({ en = "Countries", fr = "Pays", ar = "البلدان" }, #countries)
    doc:metric({ en = "Themes", fr = "Thèmes", ar = "المواضيع" }, #themes:group(params.theme):count())
    doc:metric(
      { en = "Without a country", fr = "Sans pays", ar = "غير منسوبة إلى بلد" }, published:where("countries", none):count())
    if practices:count() == 0 then
      return doc:text {
        en = "No published practice that you may see names a country, so there is nothing to map.",
        fr = "Aucune pratique publiée à laquelle vous ayez accès n’indique de pays : il n’y a rien à cartographier.",
        ar = "لا توجد ضمن ما يحق لكم الاطلاع عليه ممارسة منشورة منسوبة إلى بلد، فلا شيء يشمله المسح.",
      }
    end

    doc:chart {
      kind = "bar", rows = countries,
      title = { en = "Practices by country", fr = "Pratiques par pays", ar = "الممارسات حسب البلد" },
    }
    doc:chart {
      kind = "bar", rows = themes:group(params.theme):count(),
      title = { en = "Practices by theme", fr = "Pratiques par thème", ar = "الممارسات حسب الموضوع" },
    }
    doc:heading { en = "By theme and country", fr = "Par thème et par pays", ar = "حسب الموضوع والبلد" }
    doc:table {
      rows = themes:group(params.theme, "countries"):count(),
      columns = {
        params.theme,
        { function(group) return names[group.countries] or group.countries end,
          title = { en = "Country", fr = "Pays", ar = "البلد" } },
        { "count", title = { en = "Practices", fr = "Pratiques", ar = "الممارسات" } },
      },
    }
    doc:heading { en = "The practices", fr = "Les pratiques", ar = "الممارسات" }
    doc:table {
      rows = practices:sort("kind", "title"),
      columns = { "title", "kind", "organizations.name", params.theme },
    }
    if #missing > 0 then
      doc:heading { en = "States without a practice", fr = "États sans pratique", ar = "دول لا تُعرف لها ممارسة" }
      doc:text(table.concat(missing, wording.comma()))
    end
    wording.note_what_is_seen(doc, community)
    return doc
  end,
}
