--- The workplan of a year: which activity runs in which quarter, and which has no dates yet.

-- Whether an item runs on any day from `first` to `last`. One that has only one of its dates runs on that day.
local function touches(item, first, last)
  return (item.starts or item.due) <= last and (item.due or item.starts) >= first
end

return report {
  title = { en = "Workplan by quarter", fr = "Plan de travail par trimestre", ar = "خطة العمل حسب أرباع السنة" },
  description = {
    en = "The activities of a year against its quarters, and those that have no dates yet.",
    fr = "Les activités d’une année trimestre par trimestre, et celles qui n’ont pas encore de dates.",
    ar = "أنشطة السنة موزعة على أرباعها، والأنشطة التي لم تُحدَّد لها تواريخ بعد.",
  },
  params = {
    year  = { type = "integer", default = 2024, title = { en = "Year", fr = "Année", ar = "السنة" } },
    owner = { type = "organization", optional = true,
              title = { en = "Responsible", fr = "Responsable", ar = "الجهة المسؤولة" } },
  },
  run = function(community, params)
    local year = string.format("%04d", params.year)
    local quarters = {}
    for number = 1, 4 do
      local first = date(year .. "-01-01") + months(3 * (number - 1))
      quarters[number] = { first = first, last = first + months(3) - days(1), count = 0 }
    end

    local planned, undated = {}, {}
    local activities = community.action_items
      :where("kind", "activity")
      :where("status", except "cancelled")
      :where("owners", params.owner)
      :sort("starts", "due", "title")
    for item in activities:each() do
      if not item.starts and not item.due then
        undated[#undated + 1] = item
      elseif touches(item, quarters[1].first, quarters[4].last) then
        planned[#planned + 1] = item
        for _, quarter in ipairs(quarters) do
          if touches(item, quarter.first, quarter.last) then quarter.count = quarter.count + 1 end
        end
      end
    end

    local doc = document { subtitle = year }
    if #planned + #undated == 0 then
      return doc:text {
        en = "No activity that you may see is planned for this year.",
        fr = "Aucune activité à laquelle vous ayez accès n’est prévue cette année.",
        ar = "لا توجد أنشطة مقررة لهذه السنة ضمن ما يحق لكم الاطلاع عليه.",
      }
    end
    local columns = { "title", "owners.name" }
    for number, quarter in ipairs(quarters) do
      local title = tr { en = "Q", fr = "T", ar = "الربع " } .. number
      doc:metric(title, quarter.count)
      columns[#columns + 1] = {
        function(item) return touches(item, quarter.first, quarter.last) and "x" or "" end,
        title = title, align = "center",
      }
    end
    columns[#columns + 1] = "status"

    if #planned > 0 then
      doc:heading { en = "Planned", fr = "Planifiées", ar = "الأنشطة المقررة" }
      doc:table { rows = planned, columns = columns }
    end
    if #undated > 0 then
      doc:heading { en = "Without dates", fr = "Sans dates", ar = "أنشطة دون تواريخ" }
      doc:table { rows = undated, columns = { "title", "owners.name", "status", "remarks" } }
    end
    return doc
  end,
}
