--- The workplan of a year: which activity runs in which quarter, and which has no dates yet.
-- Example: --language fr
local activities = require "lib.activities"

-- This year, or the nearest in which something is planned; of two as near the later.
local function nearest_year(planned)
  local nearest, distance = today.year, nil
  for item in planned:each() do
    local first, last = item.starts or item.due, item.due or item.starts
    if first then
      local year = math.max(first.year, math.min(last.year, today.year))
      local away = math.abs(year - today.year)
      if not distance or away < distance or away == distance and year > nearest then nearest, distance = year, away end
    end
  end
  return nearest
end

return report {
  title = { en = "Workplan by quarter", fr = "Plan de travail par trimestre", ar = "خطة العمل حسب أرباع السنة" },
  description = {
    en = "The activities of a year against its quarters, and those that have no dates yet.",
    fr = "Les activités d’une année trimestre par trimestre, et celles qui n’ont pas encore de dates.",
    ar = "أنشطة السنة موزعة على أرباعها، والأنشطة التي لم تُحدَّد لها تواريخ بعد.",
  },
  params = {
    year  = { type = "integer", optional = true, title = { en = "Year", fr = "Année", ar = "السنة" } },
    owner = { type = "organization", optional = true,
              title = { en = "Responsible", fr = "Responsable", ar = "الجهة المسؤولة" } },
  },
  run = function(community, params)
    local all = activities.all(community):where("owners", params.owner):sort("starts", "due", "title")
    local year = params.year == any and nearest_year(all) or params.year
    local january = date(string.format("%04d-01-01", year))
    local quarters = {}
    for number = 1, 4 do
      local one = quarter(january) + (number - 1)
      quarters[number] = { first = one.first_day, last = one.last_day, count = 0 }
    end

    local planned, undated = {}, {}
    for item in all:each() do
      if not item.starts and not item.due then
        undated[#undated + 1] = item
      elseif activities.touches(item, quarters[1].first, quarters[4].last) then
        planned[#planned + 1] = item
        for _, one in ipairs(quarters) do
          if activities.touches(item, one.first, one.last) then one.count = one.count + 1 end
        end
      end
    end

    local doc = document { subtitle = tostring(year) }
    if #planned + #undated == 0 then
      return doc:text {
        en = "No activity that you may see is planned for this year.",
        fr = "Aucune activité à laquelle vous ayez accès n’est prévue cette année.",
        ar = "لا توجد أنشطة مقررة لهذه السنة ضمن ما يحق لكم الاطلاع عليه.",
      }
    end
    local columns = activities.columns(all)
    for number, one in ipairs(quarters) do
      local title = tr { en = "Q", fr = "T", ar = "الربع " } .. number
      doc:metric(title, one.count)
      columns[#columns + 1] = {
        function(item) return activities.touches(item, one.first, one.last) and "x" or "" end,
        title = title, align = "center",
      }
    end
    columns[#columns + 1] = "status"

    if #planned > 0 then
      doc:heading { en = "Planned", fr = "Planifiées", ar = "الأنشطة المقررة" }
      doc:chart {
        kind = "timeline", rows = planned, starts = "starts", ends = "due", group = "status", progress = "progress",
      }
      doc:table { rows = planned, columns = columns }
    end
    if #undated > 0 then
      doc:heading { en = "Without dates", fr = "Sans dates", ar = "أنشطة دون تواريخ" }
      doc:table { rows = undated, columns = { "title", "owners.name", "status", "remarks" } }
    end
    activities.note_what_is_seen(doc, community)
    return doc
  end,
}
