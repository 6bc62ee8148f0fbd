--- What is read out of the cells of a row.
local rows = {}

--- The same activity has the same identifier each time the file is taken over.
function rows.identifier(activity)
  return "activity-" .. slug(activity)
end

--- `Jordan / Lebanon` as a list of names; an empty cell has none.
function rows.names(cell)
  local names = {}
  for _, name in ipairs(split(cell or "", "/")) do
    if trim(name) ~= "" then names[#names + 1] = trim(name) end
  end
  return names
end

return rows
