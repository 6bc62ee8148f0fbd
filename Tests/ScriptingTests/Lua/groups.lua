-- Groups, with a number each.
return function(community)
  local items = community.action_items
  local by_status = items:group("status"):count()
  assert(#by_status == 4)
  local text = {}
  for row in by_status:each() do text[#text + 1] = row.status .. "=" .. row.count end
  assert(table.concat(text, " ") == "blocked=1 done=1 in_progress=1 open=2")

  -- ipairs, pairs and numbers lead to the same rows.
  for number, row in ipairs(by_status) do assert(row.status == by_status[number].status) end
  local count = 0
  for number, row in pairs(by_status) do
    count = count + 1
    assert(number == count and row.count == by_status[number].count)
  end
  assert(count == 4 and by_status[5] == nil and by_status[0] == nil)

  -- By a list: once in each of its groups; the key is a record.
  local by_owner = {}
  for _, row in ipairs(items:group("owners"):count()) do
    by_owner[row.owners and row.owners.id or "nobody"] = row.count
  end
  assert(by_owner.jor == 2 and by_owner.lbn == 2 and by_owner.iom == 1 and by_owner.unhcr == 1)
  assert(by_owner.nobody == 1)

  -- By several fields, and by a path.
  local pairs_of = items:group("owners", "status"):count()
  assert(#pairs_of == 7 and pairs_of[1].owners.id == "iom" and pairs_of[1].status == "blocked")
  local by_kind = community.members:group("organization.kind"):count()
  assert(by_kind[1]["organization.kind"] == "state" and by_kind[1].count == 4)
  assert(#items:group("tags"):count() == 3)

  -- Other numbers than the count.
  assert(items:group("status"):sum("progress")[4].sum_progress == 60)
  assert(items:group("status"):average("progress")[4].average_progress == 30)
  assert(items:group("status"):min("due")[4].min_due == date "2024-05-01")
  assert(items:group("status"):max("due")[4].max_due == date "2024-08-31")
  assert(items:group("status"):max("due")[1].max_due == nil)
  assert(#items:where("status", "cancelled"):group("owners"):count() == 0)
  return "passed"
end
