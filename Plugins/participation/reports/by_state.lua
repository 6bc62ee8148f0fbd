--- Which states come to the sessions, year by year.
-- Example: --language en

local wording = require "lib.wording"

-- Adds one to a counter that may not be there yet.
local function add(counters, key)
  counters[key] = (counters[key] or 0) + 1
end

return report {
  title = { en = "Participation by state", fr = "Participation par État", ar = "مشاركة الدول" },
  description = {
    en = "Which states were invited to the sessions held, which came, and how that changes over time.",
    fr = "Quels États ont été invités aux séances tenues, lesquels sont venus, et comment cela évolue.",
    ar = "الدول التي دُعيت إلى الجلسات المنعقدة، والدول التي حضرتها، وتطور ذلك مع مرور الوقت.",
  },
  params = {
    as_of  = { type = "date", default = "today", title = { en = "As of", fr = "Au", ar = "حتى تاريخ" } },
    months = { type = "integer", default = 36, title = { en = "Months back", fr = "Mois en arrière", ar = "عدد الأشهر السابقة" } },
    series = { type = "text", optional = true, title = { en = "Series", fr = "Série", ar = "السلسلة" } },
  },
  run = function(community, params)
    local held = community.sessions
      :where("status", "held")
      :where("starts_at", between(params.as_of - months(params.months), params.as_of))
      :where("series", params.series)
      :sort "starts_at"
    local recorded = held:where("attendance.attended", except(none))
    local invited = community.attendance
      :where("session", recorded)
      :where("member.organization.kind", "state")

    -- A state comes to a session once, however many people it sends.
    local rows, row_of, states_at, invited_to, years = {}, {}, {}, {}, {}
    for group in invited:group("member.organization", "session"):count():each() do
      local state = group["member.organization"]
      if not row_of[state] then
        row_of[state] = { state = state, invited = 0, attended = 0, by_year = {} }
        rows[#rows + 1] = row_of[state]
      end
      add(row_of[state], "invited")
      add(invited_to, group.session)
    end
    for group in invited:where("attended", true):group("member.organization", "session"):count():each() do
      local row = row_of[group["member.organization"]]
      add(row, "attended")
      add(row.by_year, date(group.session.starts_at).year)
      add(states_at, group.session)
    end
    table.sort(rows, function(one, other) return one.attended > other.attended end)

    local doc = document { subtitle = wording.as_of(params.as_of) }
    if #rows == 0 then
      return doc:text {
        en = "No attendance of a state is recorded in these months, as far as you may see it.",
        fr = "Aucune participation d’un État n’est enregistrée sur cette période, pour autant que vous y ayez accès.",
        ar = "لا يوجد حضور مسجل لأي دولة في هذه الفترة ضمن ما يحق لكم الاطلاع عليه.",
      }
    end

    local timeline, came = {}, 0
    for session in recorded:each() do
      timeline[#timeline + 1] = {
        session = session, date = date(session.starts_at),
        label = session.starts_at:format("MMM yyyy", session.time_zone or "UTC"),
        invited = invited_to[session] or 0, value = states_at[session] or 0,
      }
      years[date(session.starts_at).year] = true
    end
    for _, row in ipairs(rows) do
      if row.attended > 0 then came = came + 1 end
    end

    doc:metric({ en = "Sessions", fr = "Séances", ar = "الجلسات" }, #timeline)
    doc:metric({ en = "States invited", fr = "États invités", ar = "الدول المدعوة" }, #rows)
    doc:metric({ en = "States that came", fr = "États venus", ar = "الدول التي حضرت" }, came)
    doc:metric({ en = "Not seen yet", fr = "Pas encore venus", ar = "دول لم تحضر بعد" }, #rows - came)
    doc:chart {
      kind = "line",
      title = { en = "States at each session", fr = "États présents à chaque séance", ar = "عدد الدول الحاضرة في كل جلسة" },
      rows = timeline,
    }

    local columns = { { "state", title = { en = "State", fr = "État", ar = "الدولة" } } }
    for year in pairs(years) do
      columns[#columns + 1] = {
        function(row) return row.by_year[year] or 0 end, title = tostring(year), type = "integer",
      }
    end
    columns[#columns + 1] = { "attended", title = { en = "Attended", fr = "Présences", ar = "مرات الحضور" }, type = "integer" }
    columns[#columns + 1] = { "invited", title = { en = "Invited", fr = "Invitations", ar = "الدعوات" }, type = "integer" }
    columns[#columns + 1] = {
      function(row) return percent(row.attended, row.invited) end,
      title = { en = "Share", fr = "Part", ar = "النسبة" }, align = "end",
    }
    doc:heading { en = "By state", fr = "Par État", ar = "حسب الدولة" }
    doc:table { rows = rows, columns = columns }
    doc:heading { en = "By session", fr = "Par séance", ar = "حسب الجلسة" }
    doc:table {
      rows = timeline,
      columns = {
        { "date", title = { en = "Date", fr = "Date", ar = "التاريخ" } },
        { "session", title = { en = "Session", fr = "Séance", ar = "الجلسة" } },
        { "invited", title = { en = "States invited", fr = "États invités", ar = "الدول المدعوة" }, type = "integer" },
        { "value", title = { en = "States that came", fr = "États venus", ar = "الدول التي حضرت" }, type = "integer" },
      },
    }
    local unknown = held:count() - #timeline
    if unknown > 0 then
      doc:note(plural(unknown, {
        en = { one = "{count} session is left out: who came to it is not recorded.",
               other = "{count} sessions are left out: who came to them is not recorded." },
        fr = { one = "{count} séance n’est pas comptée : les présences n’y sont pas enregistrées.",
               other = "{count} séances ne sont pas comptées : les présences n’y sont pas enregistrées." },
        ar = { one = "لم تُحتسب جلسة واحدة لعدم تسجيل الحضور فيها.",
               two = "لم تُحتسب جلستان لعدم تسجيل الحضور فيهما.",
               few = "لم تُحتسب {count} جلسات لعدم تسجيل الحضور فيها.",
               other = "لم تُحتسب {count} جلسة لعدم تسجيل الحضور فيها." },
      }))
    end
    doc:note {
      en = "Attendance is counted as far as you may see it: moderators see all of it, focal points their own organization’s.",
      fr = "Les présences sont comptées pour autant que vous y ayez accès : les modérateurs les voient toutes, les points "
        .. "focaux celles de leur organisation.",
      ar = "يُحتسب الحضور في حدود ما يحق لكم الاطلاع عليه: يطلع الميسّرون على الحضور كله، وتطلع جهات التنسيق على حضور جهاتها.",
    }
    return doc
  end,
}
