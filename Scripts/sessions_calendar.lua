--- The sessions of the coming months: when, for whom, and for how many of those invited it is a weekend day.
-- Example: --language ar

-- The number of invitations of each session.
local function by_session(invitations)
  local counts = {}
  for group in invitations:group("session"):count():each() do counts[group.session] = group.count end
  return counts
end

-- The weekday of a session in the zone in which it was agreed.
local function weekday(session)
  return session.starts_at:weekday(session.time_zone or "UTC")
end

return report {
  title = { en = "Calendar of sessions", fr = "Calendrier des séances", ar = "جدول مواعيد الجلسات" },
  description = {
    en = "The sessions of the coming months in their own time and in a state’s, with the answers to the invitations.",
    fr = "Les séances des prochains mois, à leur heure et à celle d’un État, avec les réponses aux invitations.",
    ar = "جلسات الأشهر المقبلة بتوقيتها وبتوقيت دولة بعينها، مع الردود على الدعوات.",
  },
  params = {
    from   = { type = "date", default = "today", title = { en = "From", fr = "À partir du", ar = "اعتبارا من" } },
    months = { type = "integer", default = 6, title = { en = "Months ahead", fr = "Mois à venir", ar = "عدد الأشهر المقبلة" } },
    state  = { type = "organization", optional = true,
               title = { en = "Local times of", fr = "Heures locales de", ar = "التوقيت المحلي لدى" } },
  },
  run = function(community, params)
    local last = params.from + months(params.months)
    local planned = community.sessions:where("status", except { "cancelled", "held" })
    local sessions = planned:where("starts_at", between(params.from, last)):sort "starts_at"
    local undated = planned:where("starts_at", none):sort "title"
    local invitations = community.attendance:where("session", sessions)
    local invited, accepted = by_session(invitations), by_session(invitations:where("response", "accepted"))
    local unanswered = by_session(invitations:where("response", "pending"))
    local off, on_weekends = {}, 0
    for group in invitations:group("session", "member.organization.weekend"):count():each() do
      if group["member.organization.weekend"] == weekday(group.session) then
        off[group.session] = group.count
        on_weekends = on_weekends + 1
      end
    end

    local doc = document {
      subtitle = params.from:format "d MMMM yyyy" .. " – " .. last:format "d MMMM yyyy",
    }
    doc:metric({ en = "Sessions", fr = "Séances", ar = "الجلسات" }, sessions:count())
    doc:metric(
      { en = "Invitations without an answer", fr = "Invitations sans réponse", ar = "دعوات لم يُردّ عليها" },
      invitations:where("response", "pending"):count())
    doc:metric(
      { en = "On a weekend of somebody", fr = "Un jour de repos de certains", ar = "جلسات في عطلة بعض المدعوين" }, on_weekends)
    doc:metric({ en = "Without a date", fr = "Sans date", ar = "دون موعد" }, undated:count())

    if sessions:count() == 0 then
      doc:text {
        en = "No session that you may see is planned in these months.",
        fr = "Aucune séance à laquelle vous ayez accès n’est prévue sur cette période.",
        ar = "لا توجد في هذه الفترة جلسات مقررة ضمن ما يحق لكم الاطلاع عليه.",
      }
    else
      local columns = {
        { function(session) return session.starts_at:at(session.time_zone or "UTC") end,
          title = { en = "Starts", fr = "Début", ar = "البداية" } },
        "title",
      }
      if params.state ~= any and params.state.time_zone then
        columns[#columns + 1] = {
          function(session) return session.starts_at:format("EEEE d MMM HH:mm", params.state.time_zone) end,
          title = params.state.name,
        }
      end
      columns[#columns + 1] = "format"
      columns[#columns + 1] = "status"
      doc:table { rows = sessions, columns = columns }
    end
    if invitations:count() > 0 then
      local function count(counts, title)
        return { function(session) return counts[session] or 0 end, title = title, type = "integer" }
      end
      doc:heading { en = "Invitations", fr = "Invitations", ar = "الدعوات" }
      doc:table {
        rows = sessions:where("attendance", except(none)),
        columns = {
          "title",
          count(invited, { en = "Invited", fr = "Invités", ar = "المدعوون" }),
          count(accepted, { en = "Accepted", fr = "Acceptés", ar = "قبلوا الدعوة" }),
          count(unanswered, { en = "No answer", fr = "Sans réponse", ar = "لم يردّوا" }),
          count(off, { en = "Weekend for", fr = "Repos pour", ar = "يوم عطلة لديهم" }),
        },
      }
    end
    if undated:count() > 0 then
      doc:heading { en = "Without a date", fr = "Sans date", ar = "دون موعد" }
      doc:table { rows = undated, columns = { "title", "kind", "status", "hosts.name" } }
    end
    if community.viewer then
      doc:note {
        en = "Counted is what you may see; others may see more.",
        fr = "Seul est compté ce à quoi vous avez accès ; d’autres peuvent en voir davantage.",
        ar = "لا يُحتسب إلا ما يحق لكم الاطلاع عليه، وقد يطلع غيركم على أكثر من ذلك.",
      }
    end
    return doc
  end,
}
