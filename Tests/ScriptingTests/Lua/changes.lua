-- What transforms return: changes, and rows that are rejected.
return function(community)
  local jordan = community.organizations:get "jor"
  local function fails(pattern, action, ...)
    local ok, message = pcall(action, ...)
    assert(not ok and tostring(message):find(pattern, 1, true), tostring(message))
  end

  local change = upsert.action_item {
    id = "wp-1", title = "Training", owners = { jordan, "egy" }, due = date "2024-06-30", progress = 20,
  }
  assert(change.action == "upsert" and change.entity == "action_item" and change.id == "wp-1")
  assert(tostring(change) == "upsert action_item wp-1")
  assert(create.organization { name = { en = "Jordan", ar = "الأردن" } }.id == nil)
  assert(tostring(delete.organization(jordan)) == "delete organization jor")
  assert(update.action_item { id = community.action_items:first(), due = none }.id)
  assert(update.action_item { id = "a-1", owners = community.organizations:where("id", "jor") })
  assert(update.action_item { id = "a-1", due = quarter "2024-Q2".last_day, assignee = nil })

  fails("'titel' is not a field of action_item; did you mean 'title'?", upsert.action_item, { id = "x", titel = "T" })
  fails("unknown name 'create.sesion'; did you mean 'create.session'?", function() return create.sesion end)
  fails("'update.session' needs the record's 'id'", update.session, { title = "T" })
  fails("'2024", upsert.action_item, { id = "x", progress = today })
  fails("did you mean 'done'?", upsert.action_item, { id = "x", status = "donne" })
  fails("the organization 'jor' is given, where member is expected", upsert.action_item, { id = "x", assignee = jordan })
  fails("a list", upsert.action_item, { id = "x", owners = { "jor", one = "egy" } })
  fails("twice", upsert.action_item, { id = "x", owners = { "jor", jordan } })
  fails("the other side of a reference", upsert.organization, { id = "x", members = {} })
  fails("no name", upsert.organization, { "x" })
  fails("not a date", delete.organization, today)

  assert(tostring(reject("there is no quarter %s in %d", "Q5", 2024)) == "there is no quarter Q5 in 2024")
  assert(tostring(reject "100% wrong") == "100% wrong")
  fails("bad argument", reject, "%d", "x")

  assert(tostring(skip "a remark") == "a remark")
  assert(tostring(skip { en = "a remark", fr = "une remarque" }) == "a remark")
  fails("the reason of 'skip' must be a text", skip, 1)

  -- Every entity can be written.
  for _, made in ipairs {
    create.action_item { id = "x-1" },
    create.organization { id = "x-1" },
    create.practice { id = "x-1" },
    create.member { id = "x-1" },
    create.objective { id = "x-1" },
    create.agenda_item { id = "x-1" },
    create.progress_report { id = "x-1" },
    create.session { id = "x-1" },
    create.attendance { id = "x-1" },
  } do assert(made.action == "create") end
  for _, made in ipairs {
    update.action_item { id = "x-1" },
    update.organization { id = "x-1" },
    update.practice { id = "x-1" },
    update.member { id = "x-1" },
    update.objective { id = "x-1" },
    update.agenda_item { id = "x-1" },
    update.progress_report { id = "x-1" },
    update.session { id = "x-1" },
    update.attendance { id = "x-1" },
  } do assert(made.action == "update") end
  for _, made in ipairs {
    upsert.action_item { id = "x-1" },
    upsert.organization { id = "x-1" },
    upsert.practice { id = "x-1" },
    upsert.member { id = "x-1" },
    upsert.objective { id = "x-1" },
    upsert.agenda_item { id = "x-1" },
    upsert.progress_report { id = "x-1" },
    upsert.session { id = "x-1" },
    upsert.attendance { id = "x-1" },
  } do assert(made.action == "upsert") end
  for _, gone in ipairs {
    delete.action_item "x-1",
    delete.organization "x-1",
    delete.practice "x-1",
    delete.member "x-1",
    delete.objective "x-1",
    delete.agenda_item "x-1",
    delete.progress_report "x-1",
    delete.session "x-1",
    delete.attendance "x-1",
  } do assert(gone.action == "delete") end
  return "passed"
end
