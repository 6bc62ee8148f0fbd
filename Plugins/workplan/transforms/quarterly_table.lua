--- The workplan of a year as the table that regional workstreams keep: what `workplan/quarterly` takes in.
local activities = require "lib.activities"
local quarterly = require "lib.quarterly"

local titles = quarterly.titles

-- The names of an item's agencies, as such tables part them.
local function agencies(row)
  local names = {}
  for index, organization in ipairs(row.item.owners:list()) do names[index] = organization.name end
  return table.concat(names, " / ")
end

return transform {
  title = { en = "Quarterly workplan", fr = "Plan de travail trimestriel", ar = "خطة العمل الفصلية" },
  description = {
    en = "The activities of a year in the layout of the regional workstreams’ quarterly workplan, to be filled in and imported again.",
    fr = "Les activités d’une année dans la présentation du plan de travail trimestriel, à compléter puis à réimporter.",
    ar = "أنشطة السنة وفق نموذج خطة العمل الفصلية لمسارات العمل الإقليمية، لاستكمالها ثم إعادة استيرادها.",
  },
  params = {
    year = { type = "integer", optional = true, title = { en = "Year", fr = "Année", ar = "السنة" } },
  },
  output = { format = "xlsx" },
  run = function(community, params)
    local quarters = quarterly.of(params.year == any and today.year or params.year)
    local rows = {}
    for item in activities.all(community):sort("starts", "due", "title"):each() do
      local first, last = quarterly.span(item, quarters)
      if first or not (item.starts or item.due) then
        rows[#rows + 1] = { number = #rows + 1, item = item, first = first, last = last }
      end
    end

    local columns = {
      { function(row) return row.number end, title = "#", type = "integer" },
      { function(row) return row.item.title end, title = titles.activity, type = "text" },
      { agencies, title = titles.responsible, type = "text" },
      { function(row) return row.item.remarks end, title = titles.remarks, type = "text" },
    }
    -- A quarter has two columns below its heading, of which the first is marked: its plan of action where it begins.
    for number = 1, 4 do
      local title = titles["q" .. number]
      columns[#columns + 1] = {
        function(row)
          if not row.first or number < row.first or number > row.last then return nil end
          return number == row.first and row.item.description or "x"
        end,
        title = title, heading = titles.timeframe, type = "text", align = "center",
      }
      columns[#columns + 1] = { function() return nil end, title = title, heading = titles.timeframe, type = "text" }
    end
    local doc = document()
    doc:table { rows = rows, columns = columns }
    return doc
  end,
}
