--- The table in which regional workstreams keep the workplan of a year: an activity a row, its quarters as columns.
local activities = require "lib.activities"
local quarterly = {}

--- What stands above the columns, in each language that such files are written in.
quarterly.titles = {
  activity    = { en = "Activity", fr = "Activité", ar = "النشاط" },
  responsible = { en = "Responsible Agencies", fr = "Organismes responsables", ar = "الجهات المسؤولة" },
  remarks     = { en = "Progress/Remarks", fr = "État d’avancement/Observations", ar = "التقدم المحرز/الملاحظات" },
  timeframe   = { en = "Timeframe and Plan of Action", fr = "Calendrier et plan d’action", ar = "الإطار الزمني وخطة العمل" },
}
for number = 1, 4 do
  quarterly.titles["q" .. number] = { en = "Q" .. number, fr = "T" .. number, ar = "الربع " .. number }
end

--- The four quarters of a year, each with its first and last day.
function quarterly.of(year)
  local first = quarter(date(string.format("%04d-01-01", year)))
  local quarters = {}
  for number = 1, 4 do
    local one = first + (number - 1)
    quarters[number] = { first = one.first_day, last = one.last_day }
  end
  return quarters
end

--- The first and the last of the quarters in which an item runs; nil for one that runs in none.
function quarterly.span(item, quarters)
  if not item.starts and not item.due then return nil end
  local first, last
  for number, one in ipairs(quarters) do
    if activities.touches(item, one.first, one.last) then
      first, last = first or number, number
    end
  end
  return first, last
end

return quarterly
