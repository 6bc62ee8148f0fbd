-- Conditions of `where`.
return function(community)
  local items = community.action_items

  local function ids(query)
    local found = {}
    for record in query:each() do found[#found + 1] = record.id end
    return table.concat(found, " ")
  end

  assert(ids(items:where("due", before(date "2024-05-01"))) == "a-3")
  assert(ids(items:where("due", after(date "2024-05-01"))) == "a-2 a-5")
  assert(ids(items:where("due", between(date "2024-05-01", date "2024-06-15"))) == "a-1 a-2")
  assert(ids(items:where("progress", before(40))) == "a-1")
  assert(ids(items:where("progress", after(59.5))) == "a-2 a-3")

  -- A quarter or month is before when it begins, after when it has ended.
  assert(ids(items:where("due", before(quarter "2024-Q2"))) == "a-3")
  assert(ids(items:where("due", after(quarter "2024-Q2"))) == "a-5")
  assert(ids(items:where("due", between(month "2024-05", month "2024-06"))) == "a-1 a-2")
  -- The day of an instant is that of the viewer's zone.
  local sessions = community.sessions
  assert(ids(sessions:where("starts_at", before(today))) == "talk")
  assert(ids(sessions:where("starts_at", after(now))) == "training")
  assert(ids(sessions:where("starts_at", between(date "2024-07-05", date "2024-07-05"))) == "training")

  -- contains: whatever the case, accents and vowel marks.
  assert(ids(items:where("title", contains "ETUDE")) == "a-5")
  assert(ids(community.organizations:where("name", contains "ordan")) == "jor")
  assert(ids(items:where("title", contains "%")) == "")

  -- has: among several.
  assert(ids(community.organizations:where("weekend", has "friday")) == "jor")
  assert(ids(items:where("owners", has "iom")) == "a-4")
  assert(ids(items:where("tags", has "borders")) == "a-1")

  -- except: a value, several, records without any are kept.
  assert(ids(items:where("status", except "done")) == "a-1 a-2 a-4 a-5")
  assert(ids(items:where("status", except { "done", "open" })) == "a-2 a-4")
  assert(ids(items:where("due", except(date "2024-05-01"))) == "a-2 a-3 a-4 a-5")
  assert(ids(items:where("owners", except "jor")) == "a-3 a-4 a-5")
  assert(ids(items:where("due", except(quarter "2024-Q2"))) == "a-3 a-4 a-5")

  -- any and none; the opposite of none.
  assert(ids(items:where("due", any)) == "a-1 a-2 a-3 a-4 a-5")
  assert(ids(items:where("due", none)) == "a-4")
  assert(ids(items:where("due", except(none))) == "a-1 a-2 a-3 a-5")
  assert(ids(items:where("owners", none)) == "a-5")
  assert(ids(items:where("assignee", none)) == "a-3 a-4 a-5")

  assert(tostring(any) == "any" and tostring(before(today)) == "before")
  return "passed"
end
