-- Records: their fields, and references both ways.
return function(community)
  local item = community.action_items:get "a-1"

  -- Every kind of field.
  assert(item.id == "a-1" and item.title == "Train border guards")
  assert(item.priority == 5 and math.type(item.priority) == "integer")
  assert(item.due == date "2024-05-01")
  assert(item.status == "open" and item.kind == "recommendation")
  assert(item.description == nil and item.practice == nil)
  local session = community.sessions:get "talk"
  assert(session.starts_at == instant "2023-09-25T11:00Z")
  assert(session.chatham_house == false and session.time_zone == "Asia/Beirut")

  -- Lists are tables, fresh each time.
  local tags = item.tags
  assert(#tags == 2 and tags[1] == "borders" and tags[2] == "training")
  tags[1] = "changed"
  assert(item.tags[1] == "borders")
  assert(community.action_items:get("a-2").tags == nil)
  assert(community.organizations:get("jor").weekend[2] == "saturday")

  -- References to one and to many, and their other sides.
  assert(item.session == session and item.session.title == "Talk on detention")
  assert(item.assignee.organization.name == "Jordan")
  assert(item.owners:count() == 2)
  local names = {}
  for owner in item.owners:each() do names[#names + 1] = owner.name end
  assert(table.concat(names, ", ") == "Jordan, UNHCR")
  assert(item.owners:first().id == "jor" and item.owners:list()[2].id == "unhcr")
  assert(item.owners:where("kind", "state"):count() == 1)
  assert(item.owners:sort("-name"):first().id == "unhcr")
  assert(item.children:first().id == "a-2" and item.children:first().parent == item)
  assert(item.progress_reports:first().by == item.assignee)
  assert(item.progress_reports:first().action_item == item)
  assert(session.action_items:count() == 2)
  assert(session.agenda:list()[2].title == "Discussion")
  assert(session.agenda:first().speakers:first().name == "Focal point, Jordan")
  assert(session.attendance:where("response", "accepted"):first().member.id == "fp-jor")
  assert(session.chairs:list()[1].id == "fp-jor" and session.chairs:count() == 2)
  assert(session.invited_organizations:count() == 2)
  local jordan = community.organizations:get "jor"
  assert(jordan.members:count() == 3 and jordan.hosted_sessions:first() == session)
  assert(jordan.action_items:count() == 2 and jordan.practices:first().id == "case-management")
  assert(community.organizations:get("iom").supported_items:first().id == "a-3")
  assert(community.members:get("fp-jor").alternates:first().id == "alt-jor")
  assert(community.members:get("fp-jor").assignments:first() == item)
  assert(community.practices:get("case-management").adaptations:first().id == "case-management-lbn")
  assert(community.objectives:get(9).sessions:first() == session)
  -- References keep their order.
  assert(session.objectives:first().number == 13)

  -- A member without a time zone has that of the organization.
  assert(community.members:get("fp-jor").time_zone == "Asia/Amman")
  assert(community.members:get("adm").time_zone == "Europe/Zurich")
  assert(community.members:where("time_zone", "Asia/Amman"):count() == 3)

  -- The same record is the same value, however one came by it, and works as a key.
  assert(session.action_items:first() == item)
  assert(community.action_items:where("due", item.due):first() == item)
  assert(item ~= session and item ~= community.action_items:get "a-2")
  local seen = { [item] = "here" }
  assert(seen[session.action_items:first()] == "here" and seen[session] == nil)

  -- It stays valid after the loop.
  local kept = {}
  for record in community.action_items:sort("-id"):each() do kept[#kept + 1] = record end
  assert(kept[1].title == "étude: review of laws" and kept[5].title == item.title)
  for index = #kept, 1, -1 do assert(kept[index].id == "a-" .. (6 - index)) end

  -- All languages of a text; tostring gives what a record is called.
  assert(item:texts("title").fr == "Former les gardes-frontières")
  assert(item:texts("description") == nil)
  assert(tostring(item) == item.title and tostring(item.assignee) == "Focal point, Jordan")
  assert(tostring(item.progress_reports:first()) ~= "")
  assert(string.format("%s!", jordan) == "Jordan!")
  assert(type(item) == "userdata")
  assert(community.viewer == nil)
  return "passed"
end
