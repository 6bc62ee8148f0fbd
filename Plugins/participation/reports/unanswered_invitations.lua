--- Who has not answered an invitation to a session to come, soonest first.
-- Example: --language en
local wording = require "lib.wording"

return report {
  title = { en = "Invitations without an answer", fr = "Invitations sans réponse", ar = "دعوات لم يُردّ عليها" },
  description = {
    en = "Whom to remind before the next sessions: those invited who have not answered, or only tentatively.",
    fr = "Qui relancer avant les prochaines séances : les invités qui n’ont pas répondu, ou seulement à titre provisoire.",
    ar = "من ينبغي تذكيرهم قبل الجلسات المقبلة: المدعوون الذين لم يردّوا أو كان ردهم مبدئيا.",
  },
  params = {
    session = { type = "session", optional = true, title = { en = "Session", fr = "Séance", ar = "الجلسة" } },
    within  = { type = "integer", optional = true,
                title = { en = "Sessions within (days)", fr = "Séances sous (jours)", ar = "الجلسات المقررة خلال (بالأيام)" } },
  },
  run = function(community, params)
    local within = params.within == any and settings.invitation_days or params.within
    local invitations = community.attendance
      :where("session.status", { "proposed", "scheduled" })
      :where("session.starts_at", between(today, today + days(within)))
      :where("session", params.session)
    local waiting = invitations:where("response", { "pending", "tentative" })

    local doc = document { subtitle = wording.as_of(today) }
    doc:metric({ en = "Invited", fr = "Invités", ar = "المدعوون" }, invitations:count())
    doc:metric(
      { en = "No answer", fr = "Sans réponse", ar = "لم يردّوا" },
      waiting:where("response", "pending"):count(), { target = 0 })
    doc:metric(
      { en = "Tentative", fr = "Réponse provisoire", ar = "ردود مبدئية" },
      waiting:where("response", "tentative"):count())
    if invitations:count() == 0 then
      return doc:text {
        en = "No invitation that you may see is out for these days.",
        fr = "Aucune invitation à laquelle vous ayez accès n’est en cours pour cette période.",
        ar = "لا توجد دعوات موجهة لهذه الفترة ضمن ما يحق لكم الاطلاع عليه.",
      }
    end
    doc:chart {
      kind = "stacked_bar", rows = invitations:group("session", "response"):count(),
      title = { en = "Answers by session", fr = "Réponses par séance", ar = "الردود حسب الجلسة" },
    }
    if waiting:count() == 0 then
      return doc:text { en = "Everybody has answered.", fr = "Tout le monde a répondu.", ar = "ردّ جميع المدعوين." }
    end
    doc:table {
      rows = waiting:sort("session.starts_at", "member.organization.name", "member.name"),
      columns = {
        "member.organization.name",
        "member.name",
        "response",
        { function(invitation) return date(invitation.session.starts_at) end,
          title = { en = "Date", fr = "Date", ar = "التاريخ" } },
        "session.title",
      },
    }
    wording.note_what_is_seen(doc, community)
    return doc
  end,
}
