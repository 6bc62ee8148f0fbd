local days_of_grace = settings.grace_days
return function()
  assert(days_of_grace == 3 and math.type(settings.grace_days) == "integer")
  assert(settings.since == date "2024-01-01" and settings.since.year == 2024)
  assert(settings.ratio == 0.5 and settings.strict == true and settings.style == "short")
  assert(settings.note == nil, "a setting without a value is nil")
  assert(#settings.tags == 2 and settings.tags[2] == "training")
  assert(settings.greeting == "Hello", "text in several languages is in the run's")
  local ok, message = pcall(function() return settings.grace_day end)
  assert(not ok and message:find("did you mean 'grace_days'?", 1, true), message)
  ok, message = pcall(function() settings.grace_days = 4 end)
  assert(not ok and message:find("read-only", 1, true), message)
  return "passed"
end
