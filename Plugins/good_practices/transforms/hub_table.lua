--- Practices in the fields of the Migration Network Hub, in the layout that `good_practices/hub` takes in.
local hub = require "lib.hub"

return transform {
  title = { en = "Practices for the Migration Network Hub", fr = "Pratiques pour le Hub du Réseau sur les migrations",
            ar = "ممارسات لمنصة شبكة الهجرة" },
  description = {
    en = "Published practices, one a row, to be shared with the Hub, or corrected and imported again.",
    fr = "Les pratiques publiées, une par ligne, à partager avec le Hub ou à corriger puis réimporter.",
    ar = "الممارسات المنشورة، ممارسة في كل صف، لمشاركتها مع المنصة أو لتصحيحها ثم إعادة استيرادها.",
  },
  params = {
    objective = { type = "objective", optional = true, title = { en = "Objective", fr = "Objectif", ar = "الهدف" } },
  },
  output = { format = "xlsx" },
  run = function(community, params)
    local titles = hub.titles
    local columns = {
      { "title", title = titles.title },
      { "kind", title = titles.kind },
      { "summary", title = titles.summary },
      { "description", title = titles.description },
      { hub.joined("organizations", "name", " / "), title = titles.organizations, type = "text" },
      { function(practice) return table.concat(practice.countries or {}, "; ") end, title = titles.countries, type = "text" },
      { hub.joined("objectives", "number", "; "), title = titles.objectives, type = "text" },
      { "principles", title = titles.principles },
      { "populations", title = titles.populations },
      { "started", title = titles.started },
      { "ended", title = titles.ended },
      { "source", title = titles.source },
      { function(practice) return table.concat(practice.languages or {}, "; ") end, title = titles.languages, type = "text" },
    }
    local doc = document()
    doc:table {
      rows = community.practices:where("status", "published"):where("objectives", params.objective):sort "title",
      columns = columns,
    }
    return doc
  end,
}
