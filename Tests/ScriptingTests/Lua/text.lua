-- Functions on text, and texts in several languages. The run is in English.
return function(community)
  assert(slug "Border guards: training" == "border-guards-training")
  assert(slug "Séance n° 2" == "seance-n-2" and slug "…" == "")
  assert(trim "  Jordan \n" == "Jordan" and trim "" == "")
  local parts = split("OHCHR / UNICEF /", "/")
  assert(#parts == 2 and parts[1] == "OHCHR" and parts[2] == "UNICEF")
  assert(#split "a, b ,,c" == 3 and #split("a.b", ".") == 2 and #split "" == 0)
  local read = lines "one\r\ntwo\n\nfour\n"
  assert(#read == 4 and read[2] == "two" and read[3] == "" and read[4] == "four")
  assert(percent(7, 22) == "32%" and percent(1, 0) == "–" and percent(2.5, 5) == "50%")
  assert(plural(1, { one = "{count} item", other = "{count} items" }) == "1 item")
  assert(plural(3, { one = "{count} item", other = "{count} items" }) == "3 items")
  assert(plural(0, { en = { one = "one", other = "none" }, fr = { other = "x" } }) == "none")
  assert(tr { en = "Overdue", fr = "En retard" } == "Overdue")
  assert(tr "Same" == "Same" and tr { ar = "متأخر" } == "متأخر")

  -- A text in several languages reads as that of the run.
  assert(community.practices:get("case-management").title == "Case management")
  local texts = community.practices:get("case-management"):texts "title"
  assert(texts.ar == "إدارة الحالات" and texts.fr == "Gestion de cas")

  print("one", 2, nil, true, date "2024-06-30", community.organizations:get "jor")
  log "a line"
  assert(log == print)

  -- A lone file has no files of its own.
  local ok, message = pcall(require, "lib.names")
  assert(not ok and message:find "only a plugin")
  return "passed"
end
