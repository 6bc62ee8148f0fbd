-- Queries: what narrows, orders and reads them.
return function(community)
  local items = community.action_items

  local function ids(query)
    local found = {}
    for record in query:each() do found[#found + 1] = record.id end
    return table.concat(found, " ")
  end

  -- Records come in the order in which they were made.
  assert(ids(items) == "a-1 a-2 a-3 a-4 a-5")
  assert(items:count() == 5)
  assert(#items:list() == 5)
  assert(items:first().id == "a-1")
  assert(items:where("status", "cancelled"):first() == nil)
  assert(#items:where("status", "cancelled"):list() == 0)

  -- All entities are there.
  assert(community.organizations:count() == 4)
  assert(community.members:count() == 5)
  assert(community.objectives:count() == 2)
  assert(community.sessions:count() == 2)
  assert(community.practices:count() == 2)
  assert(community.agenda_items:count() == 2)
  assert(community.attendance:count() == 3)
  assert(community.progress_reports:count() == 1)

  -- A query is a value: adding to one makes another.
  local open = items:where("status", "open")
  assert(open:count() == 2)
  assert(open:where("due", before(today)):count() == 1)
  assert(open:count() == 2 and items:count() == 5)

  -- where: a value, any of a list, a path, records by identifier or as they are.
  assert(ids(items:where("status", { "open", "blocked" })) == "a-1 a-4 a-5")
  assert(ids(items:where("status", {})) == "")
  assert(ids(items:where("owners", "lbn")) == "a-3 a-4")
  assert(ids(items:where("owners", { "unhcr", "iom" })) == "a-1 a-4")
  assert(ids(items:where("owners", community.organizations:get "lbn")) == "a-3 a-4")
  assert(ids(items:where("owners", community.organizations:where("kind", "un_agency"))) == "a-1 a-4")
  assert(ids(items:where("owners", except(community.organizations:where("kind", "state")))) == "a-5")
  assert(ids(items:where("owners.country", "JOR")) == "a-1 a-2")
  assert(ids(items:where("assignee.organization", "jor")) == "a-1 a-2")
  assert(ids(items:where("tags", "training")) == "a-1")
  assert(ids(items:where("title", "Find a venue")) == "a-4")
  assert(ids(items:where("priority", 9)) == "a-2")
  assert(ids(community.members:where("active", false)) == "old-jor")
  assert(ids(items:where("session", "talk")) == "a-1 a-2")

  -- Dates, months and quarters, also for instants, whose days are those of the viewer's zone.
  assert(ids(items:where("due", date "2024-06-15")) == "a-2")
  assert(ids(items:where("due", "2024-06-15")) == "a-2")
  assert(ids(items:where("due", month "2024-05")) == "a-1")
  assert(ids(items:where("due", quarter "2024-Q2")) == "a-1 a-2")
  assert(ids(community.sessions:where("starts_at", date "2023-09-25")) == "talk")
  assert(ids(community.sessions:where("starts_at", quarter "2024-Q3")) == "training")
  assert(ids(community.sessions:where("starts_at", instant "2023-09-25T14:00+03:00")) == "talk")

  -- sort: several fields, descending, by a path; records without a value last, both ways.
  assert(ids(items:sort "due") == "a-3 a-1 a-2 a-5 a-4")
  assert(ids(items:sort "-due") == "a-5 a-2 a-1 a-3 a-4")
  assert(ids(items:sort("status", "-id")) == "a-4 a-3 a-2 a-5 a-1")
  assert(ids(items:sort("kind", "-due")) == "a-2 a-3 a-1 a-5 a-4")
  assert(ids(community.members:sort("organization.name", "name")) == "alt-jor fp-jor old-jor fp-lbn adm")
  -- Text goes by its letters, whatever their accents and case.
  assert(ids(items:sort "title") == "a-3 a-5 a-4 a-1 a-2")

  -- limit: the first ones; the smaller of two.
  assert(ids(items:limit(2)) == "a-1 a-2")
  assert(ids(items:sort("-due"):limit(2):limit(5)) == "a-5 a-2")
  assert(items:limit(2):count() == 2)
  assert(items:limit(0):count() == 0 and items:limit(0):first() == nil)

  -- search: every word, in any language, also the beginnings of words.
  assert(ids(community.practices:search "detention children") == "case-management")
  assert(ids(community.practices:search "gestion") == "case-management")
  assert(ids(community.practices:search "ادارة") == "case-management")
  assert(ids(community.practices:search "case manag") == "case-management case-management-lbn")
  assert(ids(community.practices:search "nothing of it") == "")

  -- get, find, find_all: by identifier, or by what people say in any language.
  assert(community.organizations:get("jor").name == "Jordan")
  assert(community.organizations:get("Jordan") == nil)
  assert(community.organizations:get("nobody") == nil)
  assert(community.objectives:get(9).label == "Smuggling")
  assert(community.objectives:get("9") == community.objectives:get(9))
  for _, name in ipairs { "jor", "Jordan", "JORDANIE", "الاردن", "الأُردن" } do
    assert(community.organizations:find(name).id == "jor", name)
  end
  assert(community.organizations:find "Atlantis" == nil)
  local found = community.organizations:find_all(split("HCR / liban", "/"))
  assert(#found == 2 and found[1].id == "unhcr" and found[2].id == "lbn")
  -- They find only records of the query.
  local states = community.organizations:where("kind", "state")
  assert(states:get "jor" and not states:get "iom" and not states:find "IOM")
  assert(not community.organizations:sort("name"):limit(1):get "lbn")
  local talk = community.sessions:get "talk"
  assert(talk.hosts:get "jor" and not talk.hosts:get "lbn")

  -- Of all records; where no record has a value the sum is 0, all else nil.
  assert(items:sum "progress" == 220)
  assert(items:average "progress" == 55)
  assert(items:min "due" == date "2024-03-31" and items:max "due" == date "2024-08-31")
  assert(community.sessions:min "starts_at" == instant "2023-09-25T11:00Z")
  assert(items:where("status", "blocked"):max "due" == nil)
  assert(items:where("status", "blocked"):average "progress" == nil)
  assert(items:where("status", "blocked"):sum "progress" == 0)

  -- focal_points: of organizations, those still active.
  assert(ids(community.organizations:focal_points()) == "fp-jor fp-lbn")
  assert(ids(items:get("a-1").owners:focal_points()) == "fp-jor")

  assert(tostring(items) == "query of action_item")
  return "passed"
end
