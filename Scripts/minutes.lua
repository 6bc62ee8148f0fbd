--- The minutes of a session: who was there, what was said on each point, what was resolved, what comes next.
-- Example: --language ar
return report {
  title = { en = "Minutes", fr = "Procès-verbal", ar = "محضر الجلسة" },
  description = {
    en = "The minutes of a session, to be printed and sent round; without a session, those of the last one that has minutes.",
    fr = "Le procès-verbal d’une séance, à imprimer et à diffuser ; sans indication de séance, celui de la dernière qui en a un.",
    ar = "محضر جلسة معدّ للطباعة والتعميم، أو محضر آخر جلسة لها محضر إذا لم تُحدَّد جلسة.",
  },
  params = {
    session = { type = "session", optional = true, title = { en = "Session", fr = "Séance", ar = "الجلسة" } },
  },
  run = function(community, params)
    local session = params.session
    if session == any then
      session = community.sessions:where("status", "held"):where("minutes", except(none)):sort("-starts_at"):first()
    end
    if not session then
      return document():text {
        en = "No session that you may see has minutes yet.",
        fr = "Aucune des séances auxquelles vous avez accès n’a encore de procès-verbal.",
        ar = "لا يوجد حتى الآن محضر لأي جلسة يحق لكم الاطلاع عليها.",
      }
    end
    local present = session.attendance:where("attended", true)

    local doc = document { subtitle = session.title }
    if present:count() > 0 then
      doc:metric({ en = "Participants", fr = "Participants", ar = "المشاركون" }, present:count())
    end
    doc:metric({ en = "Agenda items", fr = "Points de l’ordre du jour", ar = "بنود جدول الأعمال" }, session.agenda:count())
    doc:metric({ en = "Action items", fr = "Actions", ar = "بنود العمل" }, session.action_items:count())
    doc:table {
      rows = { session },
      columns = {
        {
          function() return session.starts_at and session.starts_at:at(session.time_zone or "UTC") end,
          title = { en = "Starts", fr = "Début", ar = "البداية" },
        },
        "venue",
        "format",
        "hosts.name",
        "chairs.name",
      },
    }
    if session.chatham_house then
      doc:note {
        en = "This session was held under the Chatham House rule: who said what stays in the room, and speakers are left out.",
        fr = "Cette séance s’est tenue selon la règle de Chatham House : qui a dit quoi ne sort pas de la salle, et les "
          .. "intervenants ne sont pas cités.",
        ar = "عُقدت هذه الجلسة وفق قاعدة تشاتام هاوس: لا تُنسب الأقوال إلى قائليها، ولا تُذكر أسماء المتحدثين.",
      }
    end

    if session.minutes then
      doc:heading { en = "Proceedings", fr = "Déroulement", ar = "وقائع الجلسة" }
      doc:text(session.minutes)
    else
      doc:text {
        en = "No minutes have been written of this session yet.",
        fr = "Le procès-verbal de cette séance n’est pas encore rédigé.",
        ar = "لم يُدوَّن محضر هذه الجلسة بعد.",
      }
    end
    if session.agenda:count() > 0 then
      local columns = { "order", "title", "outcome" }
      if not session.chatham_house then columns[4] = "speakers.name" end
      doc:heading { en = "Agenda", fr = "Ordre du jour", ar = "جدول الأعمال" }
      doc:table { rows = session.agenda:sort "order", columns = columns }
    end
    if session.action_items:count() > 0 then
      doc:heading { en = "Resulting action items", fr = "Actions qui en découlent", ar = "بنود العمل المنبثقة عن الجلسة" }
      doc:table {
        rows = session.action_items:sort("kind", "due", "title"),
        columns = { "title", "kind", "owners.name", "due", "status" },
      }
    end
    if present:count() > 0 then
      doc:heading { en = "Present", fr = "Présents", ar = "الحاضرون" }
      doc:table {
        rows = present:sort("member.organization.name", "member.name"),
        columns = { "member.organization.name", "member.name", "role" },
      }
    end

    local following = session.series and session.starts_at and community.sessions
      :where("series", session.series)
      :where("status", except { "cancelled", "draft" })
      :where("starts_at", after(session.starts_at))
      :sort("starts_at")
      :first()
    if following then
      doc:heading { en = "Next session of the series", fr = "Prochaine séance de la série", ar = "الجلسة التالية في السلسلة" }
      doc:table {
        rows = { following },
        columns = {
          {
            function() return following.starts_at:at(following.time_zone or "UTC") end,
            title = { en = "Starts", fr = "Début", ar = "البداية" },
          },
          "title",
          "status",
        },
      }
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
