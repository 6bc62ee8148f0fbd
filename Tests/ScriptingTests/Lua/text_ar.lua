-- The same in Arabic, where the community's language is English.
return function(community)
  assert(community.organizations:get("jor").name == "الأُردن")
  -- Without a text in Arabic there is that of the community's language.
  assert(community.organizations:get("iom").name == "IOM")
  assert(tr { en = "Overdue", ar = "متأخر" } == "متأخر" and tr { en = "Overdue" } == "Overdue")
  local forms = { zero = "صفر", one = "واحد", two = "اثنان", few = "{count} قليل", many = "{count} كثير", other = "غير" }
  local found = {}
  for _, count in ipairs { 0, 1, 2, 3, 11, 100 } do found[#found + 1] = plural(count, forms) end
  assert(table.concat(found, "|") == "صفر|واحد|اثنان|3 قليل|11 كثير|غير")
  assert(date("2024-06-30"):format "d MMMM yyyy" == "30 يونيو 2024")
  assert(tostring(community.organizations:get "lbn") == "لبنان")
  return "passed"
end
