--- How many {{words}} there are, and the first of them.
local wording = require "lib.wording"

return report {
  title = { en = "Overview", fr = "Vue d’ensemble", ar = "نظرة عامة" },
  description = {
    en = "How many records there are that you may see, and the first of them.",
    fr = "Le nombre d’éléments auxquels vous avez accès, et les premiers d’entre eux.",
    ar = "عدد السجلات التي يحق لكم الاطلاع عليها، وأوائلها.",
  },
  params = {
    as_of = { type = "date", default = "today", title = { en = "As of", fr = "Au", ar = "حتى تاريخ" } },
  },
  run = function(community, params)
    local all = community.{{entities}}
    local doc = document { subtitle = wording.as_of(params.as_of) }
    doc:metric({ en = "Number", fr = "Nombre", ar = "العدد" }, all:count())
    doc:table { rows = all:sort "{{label}}":limit(settings.most_rows), columns = { "{{label}}" } }
    return doc
  end,
}
