-- Times beyond all calendars are errors, and stop no process.
-- exit: 0
-- says: survived
return function()
  local extremes = { 1 << 62, math.maxinteger, math.mininteger, -1, 0, 1 << 31, 3000000, 1 << 53 }
  local function try(f) for _, n in ipairs(extremes) do pcall(f, n) end end
  try(function(n) return today + days(n) end)
  try(function(n) return today - days(n) end)
  try(function(n) return today + months(n) end)
  try(function(n) return now + days(n) end)
  try(function(n) return now - months(n) end)
  try(function(n) return now + minutes(n) end)
  try(function(n) return days(n) + days(n) end)
  try(function(n) return -days(n) end)
  try(function(n) return days(3) * n end)
  try(function(n) return today.quarter + n end)
  try(function(n) return (today + days(n)):hijri() end)
  try(function(n) return (today + days(n)):format "EEEE d MMMM yyyy" end)
  try(function(n) return date(n) end)
  try(function(n) return date "9999-12-31" + days(n) end)
  try(function(n) return date "0001-01-01" - days(n) end)
  try(function(n) return (date "0001-01-01"):hijri() end)
  return "survived"
end
