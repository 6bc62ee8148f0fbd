--- Names in a sentence.
local names = {}

local most = 5

--- The names of the first of some records, separated as the language of the run does it.
function names.list(records)
  local list = {}
  for record in records:limit(most + 1):each() do list[#list + 1] = record.name end
  if #list > most then list[#list] = "…" end
  return table.concat(list, tr { en = ", ", fr = ", ", ar = "، " })
end

return names
