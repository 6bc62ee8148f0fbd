--- A session's briefing sheet: when it is for whom, what it is about, who is invited, and what came out of it.

-- The start as the member's clock shows it; nothing where the session has no time yet, or the member no zone.
local function local_start(session, member)
  if session.starts_at and member.time_zone then
    return session.starts_at:at(member.time_zone)
  end
end

return report {
  title  = { en = "Session briefing", fr = "Fiche de séance", ar = "مذكرة إحاطة عن الجلسة" },
  params = {
    session = { type = "session", title = { en = "Session", fr = "Séance", ar = "الجلسة" } },
  },
  run = function(_, params)
    local session = params.session
    local invited = session.attendance

    local doc = document { subtitle = session.title }
    doc:metric("Invited", invited:count())
    doc:metric("Accepted", invited:where("response", "accepted"):count())
    doc:metric("Not answered", invited:where("response", "pending"):count())
    if session.starts_at then
      local day = session.starts_at:weekday(session.time_zone)
      doc:metric("Weekend there", session.invited_organizations:where("weekend", has(day)):count())
    end

    doc:table {
      rows = { session },
      columns = {
        { function() return session.starts_at and session.starts_at:at(session.time_zone) end, title = "Starts" },
        "time_zone",
        "duration",
        "format",
        "venue",
        "interpretation",
        { "hosts.name", title = "Hosts" },
      },
    }
    if session.summary then doc:text(session.summary) end
    if session.objectives:count() > 0 then
      doc:heading "Objectives"
      doc:table { rows = session.objectives, columns = { "number", "label", "title" } }
    end
    if session.agenda:count() > 0 then
      doc:heading "Agenda"
      doc:table { rows = session.agenda:sort("order"), columns = { "order", "title", "minutes_planned" } }
    end
    if invited:count() > 0 then
      doc:heading "Invited"
      doc:table {
        rows = invited:sort("member.organization.name", "member.name"),
        columns = {
          { "member.organization.name", title = "Organization" },
          { "member.name", title = "Member" },
          { function(attendance) return local_start(session, attendance.member) end, title = "Local start" },
          "response",
          "attended",
        },
      }
    end
    if session.action_items:count() > 0 then
      doc:heading "Resulting action items"
      doc:table { rows = session.action_items:sort("kind", "title"), columns = { "title", "kind", "status", "due" } }
    end
    return doc
  end,
}
