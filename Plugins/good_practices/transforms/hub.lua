--- Practices in the fields of the Migration Network Hub, one a row. What is new waits as submitted for its review.
local hub = require "lib.hub"

local function column(name, type, separators)
  local title = hub.titles[name]
  return title.en, { type = type, also = { title.fr, title.ar }, separators = separators }
end

local columns = {}
for _, one in ipairs {
  { "title", "text?" }, { "kind", "practice.kind?" }, { "summary", "text?" }, { "description", "text?" },
  { "organizations", "organizations?", "/;" }, { "countries", "list?" }, { "objectives", "list?" },
  { "principles", "practice.principles?" }, { "populations", "practice.populations?" }, { "started", "date?" },
  { "ended", "date?" }, { "source", "text?" }, { "languages", "list?" },
} do
  local title, declared = column(one[1], one[2], one[3])
  columns[title] = declared
end

-- Countries by their codes, or by the names of states that there are.
local function countries_of(community, texts)
  if not texts then return nil end
  local codes = {}
  for index, text in ipairs(texts) do
    local state = community.organizations:find(text)
    codes[index] = state and state.kind == "state" and state.country or text:upper()
    if not codes[index]:find "^%u%u%u$" then return nil, text end
  end
  return codes
end

local function identifier(title)
  local id = "hub-" .. slug(title)
  local cut = utf8.offset(id, 65)
  return cut and id:sub(1, cut - 1) or id
end

return transform {
  title = { en = "Practices of the Migration Network Hub", fr = "Pratiques du Hub du Réseau sur les migrations",
            ar = "ممارسات منصة شبكة الهجرة" },
  description = {
    en = "Takes in practices in the Hub’s fields; one that there is already is brought up to date by its title.",
    fr = "Importe des pratiques dans les champs du Hub ; une pratique déjà présente est mise à jour d’après son titre.",
    ar = "يستورد الممارسات وفق حقول المنصة، ويُحدِّث الممارسة الموجودة بحسب عنوانها.",
  },
  input = { format = { "xlsx", "csv", "json" }, columns = columns },
  row = function(community, row)
    local titles = hub.titles
    local function cell(name) return row[titles[name].en] end
    local title = cell "title"
    if not title then return skip { en = "without a title", fr = "sans titre", ar = "بلا عنوان" } end
    local faults = {}
    local countries, wrong = countries_of(community, cell "countries")
    if wrong then
      faults[1] = reject("'%s' is neither a state here nor the code of a country in three letters (ISO 3166-1), such as JOR", wrong)
    end
    local objectives
    if cell "objectives" then
      objectives = {}
      for index, text in ipairs(cell "objectives") do
        -- "13", or "13. Alternatives to detention", or "Objective 13".
        local number = math.tointeger(tonumber(text:match "%d+"))
        local objective = number and community.objectives:where("number", number):first()
        if not objective then
          faults[#faults + 1] = reject("'%s' names no objective that there is; write its number", text)
        end
        objectives[index] = objective
      end
    end
    if #faults > 0 then return faults end
    local practice = community.practices:where("title", title):first()
    local function news(field)
      local value = cell(field)
      if practice and practice[field] == value then return nil end
      return value
    end
    local fields = {
      id = practice or identifier(title),
      kind = cell "kind",
      summary = news "summary",
      description = news "description",
      organizations = cell "organizations",
      countries = countries,
      objectives = objectives,
      principles = cell "principles",
      populations = cell "populations",
      started = cell "started",
      ended = cell "ended",
      source = cell "source",
      languages = cell "languages",
    }
    if practice then return update.practice(fields) end
    fields.title, fields.status = title, "submitted"
    return upsert.practice(fields)
  end,
}
