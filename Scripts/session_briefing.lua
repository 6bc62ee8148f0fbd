--- A session's briefing sheet: when it is for whom, what it is about, who is invited, and what came out of it.
-- Example: --language en session=cop-2026-12

-- The start as the member's clock shows it; nothing where the session has no time yet, or the member no zone.
local function local_start(session, member)
  if session.starts_at and member.time_zone then
    return session.starts_at:at(member.time_zone)
  end
end

return report {
  title = { en = "Session briefing", fr = "Note d’information sur la séance", ar = "مذكرة إحاطة عن الجلسة" },
  description = {
    en = "What a moderator must know of a session: when it is for whom, what it is about, who is invited, what came of it.",
    fr = "Ce que la modération doit savoir d’une séance : l’heure pour chacun, le sujet, les invités, les suites.",
    ar = "ما ينبغي للميسّر معرفته عن الجلسة: موعدها لدى كل مدعو، وموضوعها، والمدعوون إليها، وما نتج عنها.",
  },
  params = {
    session = { type = "session", title = { en = "Session", fr = "Séance", ar = "الجلسة" } },
  },
  run = function(_, params)
    local session = params.session
    local invited = session.attendance

    local doc = document { subtitle = session.title }
    doc:metric({ en = "Invited", fr = "Invités", ar = "المدعوون" }, invited:count())
    doc:metric(
      { en = "Accepted", fr = "Acceptés", ar = "قبلوا الدعوة" },
      invited:where("response", "accepted"):count())
    doc:metric(
      { en = "Not answered", fr = "Sans réponse", ar = "لم يردّوا" },
      invited:where("response", "pending"):count())
    if session.starts_at then
      local day = session.starts_at:weekday(session.time_zone)
      doc:metric(
        { en = "Weekend there", fr = "Jour de repos chez eux", ar = "يوم عطلة لديهم" },
        session.invited_organizations:where("weekend", has(day)):count())
    end

    doc:table {
      rows = { session },
      columns = {
        {
          function() return session.starts_at and session.starts_at:at(session.time_zone) end,
          title = { en = "Starts", fr = "Début", ar = "البداية" },
        },
        "time_zone",
        "duration",
        "format",
        "venue",
        "interpretation",
        "hosts.name",
      },
    }
    if session.summary then doc:text(session.summary) end
    if session.objectives:count() > 0 then
      doc:heading { en = "Objectives", fr = "Objectifs", ar = "الأهداف" }
      doc:table { rows = session.objectives, columns = { "number", "label", "title" } }
    end
    if session.agenda:count() > 0 then
      doc:heading { en = "Agenda", fr = "Ordre du jour", ar = "جدول الأعمال" }
      doc:table { rows = session.agenda:sort("order"), columns = { "order", "title", "minutes_planned" } }
    end
    if invited:count() > 0 then
      doc:heading { en = "Invited", fr = "Invités", ar = "المدعوون" }
      doc:table {
        rows = invited:sort("member.organization.name", "member.name"),
        columns = {
          "member.organization.name",
          "member.name",
          {
            function(attendance) return local_start(session, attendance.member) end,
            title = { en = "Local start", fr = "Début local", ar = "البداية بالتوقيت المحلي" },
          },
          "response",
          "attended",
        },
      }
    end
    if session.action_items:count() > 0 then
      doc:heading { en = "Resulting action items", fr = "Actions qui en découlent", ar = "بنود العمل المنبثقة عن الجلسة" }
      doc:table { rows = session.action_items:sort("kind", "title"), columns = { "title", "kind", "status", "due" } }
    end
    return doc
  end,
}
