--- The quarterly workplan of a regional workstream: an activity a row, with a mark, or its plan of action, in the cells of
-- the quarters in which it runs. `workplan/quarterly_table` gives the same layout.
local quarterly = require "lib.quarterly"

local titles = quarterly.titles

-- What cells have that only mark a quarter.
local marks = { x = true, ["×"] = true, ["✓"] = true, ["✔"] = true, ["•"] = true, ["■"] = true, ["●"] = true, ["*"] = true,
                yes = true, oui = true, ["نعم"] = true, ["1"] = true }

-- The first and the last marked quarter of a row, and what stands in its cells besides marks.
local function marked(row)
  local first, last
  local texts = {}
  for number = 1, 4 do
    for _, text in ipairs(row["Q" .. number] or {}) do
      first, last = first or number, number
      if not marks[trim(text):lower()] and texts[#texts] ~= text then texts[#texts + 1] = text end
    end
  end
  return first, last, #texts > 0 and table.concat(texts, "\n") or nil
end

-- Whether a row says several things: one alone is a heading, a remark below the table or a number.
local function says_much(row)
  local said, count = {}, 0
  local function add(value)
    if value and not said[value] then said[value], count = true, count + 1 end
  end
  add(row["#"])
  add(row["Progress/Remarks"])
  for number = 1, 4 do
    for _, text in ipairs(row["Q" .. number] or {}) do add(text) end
  end
  local responsible = row["Responsible Agencies"]
  return count + (responsible and #responsible > 0 and 1 or 0) > 1
end

-- What the record says already is not proposed again: in another language it may be told otherwise.
local function news(item, field, value)
  if item and item[field] == value then return nil end
  return value
end

-- Once an import: of which year the quarters are, where nobody said it.
local is_said = false
local function say_year(year)
  if is_said then return end
  is_said = true
  print(tr {
    en = "The quarters are taken for those of %d, this year; year=%d behind the file says another.",
    fr = "Les trimestres sont pris pour ceux de %d, l’année en cours ; year=%d après le fichier en indique une autre.",
    ar = "اعتُبرت الأرباع أرباعَ السنة الجارية %d؛ لاختيار سنة أخرى اكتبوا year=%d بعد اسم الملف.",
  }:format(year, year - 1))
end

local function identifier(title)
  local id = "wp-" .. slug(title)
  local cut = utf8.offset(id, 65)
  return cut and id:sub(1, cut - 1) or id
end

local function columns()
  local also = function(title) return { title.fr, title.ar } end
  local all = {
    ["#"] = "text?",
    ["Activity"] = { type = "text?", also = also(titles.activity) },
    ["Responsible Agencies"] = { type = "organizations?", separators = "/", also = also(titles.responsible) },
    ["Progress/Remarks"] = { type = "text?", also = also(titles.remarks) },
  }
  for number = 1, 4 do all["Q" .. number] = { type = "cells?", also = also(titles["q" .. number]) } end
  return all
end

return transform {
  title = { en = "Quarterly workplan", fr = "Plan de travail trimestriel", ar = "خطة العمل الفصلية" },
  description = {
    en = "Takes in the quarterly workplan of a regional workstream: marks in its quarters become first and last days.",
    fr = "Importe le plan de travail trimestriel d’un groupe régional : les marques des trimestres deviennent des dates.",
    ar = "يستورد خطة العمل الفصلية لمسار عمل إقليمي، وتصبح العلامات في أرباع السنة تواريخ بداية ونهاية.",
  },
  params = {
    year = { type = "integer", optional = true, title = { en = "Year", fr = "Année", ar = "السنة" } },
  },
  input = { format = { "xlsx", "csv" }, columns = columns() },
  row = function(community, row, params)
    local title = row["Activity"]
    if not title then
      if says_much(row) then
        return reject(tr {
          en = "the row has no activity, and other cells of it are filled; name the activity, or empty the row",
          fr = "la ligne n’a pas d’activité, alors que d’autres cellules sont remplies ; indiquez l’activité, ou videz la ligne",
          ar = "لا نشاط في هذا الصف مع أن خلايا أخرى فيه مملوءة؛ اذكروا النشاط أو أفرغوا الصف",
        })
      end
      -- Below the table there may be remarks, and above its parts headings.
      return skip { en = "without an activity", fr = "sans activité", ar = "بلا نشاط" }
    end
    local quarters = quarterly.of(params.year == any and today.year or params.year)
    local first, last, plan = marked(row)
    if first and params.year == any then say_year(today.year) end
    local item = community.action_items:where("kind", { "activity", "commitment" }):where("title", title):first()
    local fields = {
      id          = item or identifier(title),
      owners      = row["Responsible Agencies"],
      remarks     = news(item, "remarks", row["Progress/Remarks"]),
      description = news(item, "description", plan),
    }
    local known_first, known_last
    if item then known_first, known_last = quarterly.span(item, quarters) end
    -- Dates within the same quarters are more exact than quarters.
    if first and (first ~= known_first or last ~= known_last) then
      fields.starts, fields.due = quarters[first].first, quarters[last].last
    end
    if item then return update.action_item(fields) end
    fields.kind, fields.title = "activity", title
    return upsert.action_item(fields)
  end,
}
