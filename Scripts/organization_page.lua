--- Everything of one organization: whom to call, what it answers for, what it shared, where it took part.
-- Example: --language ar organization=jor
return report {
  title = { en = "Organization page", fr = "Page d’une organisation", ar = "صفحة الجهة" },
  description = {
    en = "All that concerns one state or agency: focal points, action items, practices, sessions. Without an organization, "
      .. "the reader’s own.",
    fr = "Tout ce qui concerne un État ou un organisme : points focaux, actions, pratiques, séances. Sans indication, "
      .. "l’organisation du lecteur.",
    ar = "كل ما يخص دولة أو وكالة: جهات التنسيق وبنود العمل والممارسات والجلسات. وإذا لم تُحدَّد جهة عُرضت جهة القارئ نفسه.",
  },
  params = {
    organization = { type = "organization", optional = true, title = { en = "Organization", fr = "Organisation", ar = "الجهة" } },
    as_of        = { type = "date", default = "today", title = { en = "As of", fr = "Au", ar = "حتى تاريخ" } },
  },
  run = function(community, params)
    local organization = params.organization
    if organization == any then
      organization = community.viewer and community.viewer.organization
    end
    if not organization then
      return document():text {
        en = "Say which organization the page is about, for instance `organization=jor`.",
        fr = "Indiquez l’organisation voulue, par exemple `organization=jor`.",
        ar = "يُرجى تحديد الجهة المطلوبة، مثلا `organization=jor`.",
      }
    end

    local members = organization.members:where("active", true)
    local owned = organization.action_items
    local pending = owned:where("status", except { "done", "cancelled" })
    local attendance = community.attendance
      :where("member.organization", organization)
      :where("session.status", except "cancelled")
    local attended = attendance:where("attended", true)

    local doc = document {
      title = organization.name,
      subtitle = tr { en = "As of ", fr = "Au ", ar = "حتى " } .. params.as_of:format "d MMMM yyyy",
    }
    doc:metric({ en = "Focal points", fr = "Points focaux", ar = "جهات التنسيق" }, members:where("role", "focal_point"):count())
    doc:metric({ en = "Pending action items", fr = "Actions en cours", ar = "بنود العمل القائمة" }, pending:count())
    doc:metric(
      { en = "Overdue", fr = "En retard", ar = "متأخرة" },
      pending:where("due", before(params.as_of)):count(), { target = 0 })
    doc:metric({ en = "Practices", fr = "Pratiques", ar = "الممارسات" }, organization.practices:count())
    doc:metric({ en = "Invitations", fr = "Invitations", ar = "الدعوات" }, attendance:count())
    doc:metric({ en = "Attended", fr = "Présences", ar = "مرات الحضور" }, attended:count())
    doc:table { rows = { organization }, columns = { "kind", "time_zone", "weekend", "languages" } }

    -- A heading with its table, or with a sentence when there is nothing for it.
    local function section(title, rows, columns, nothing)
      doc:heading(title)
      if rows:count() > 0 then
        doc:table { rows = rows, columns = columns }
      else
        doc:text(nothing)
      end
    end
    section(
      { en = "People", fr = "Personnes", ar = "الأشخاص" },
      members:sort("role", "name"), { "name", "role", "position", "term_end" },
      { en = "Nobody that you may see speaks for it.", fr = "Personne que vous puissiez voir ne la représente.",
        ar = "لا يمثلها أحد ضمن ما يحق لكم الاطلاع عليه." })
    section(
      { en = "Action items", fr = "Actions", ar = "بنود العمل" },
      owned:sort("status", "due", "title"), { "title", "kind", "status", "due", "progress" },
      { en = "It is responsible for no action item.", fr = "Elle n’est responsable d’aucune action.",
        ar = "ليست مسؤولة عن أي بند عمل." })
    if organization.supported_items:count() > 0 then
      section(
        { en = "Action items that it supports", fr = "Actions qu’elle soutient", ar = "بنود العمل التي تدعمها" },
        organization.supported_items:sort("status", "due", "title"), { "title", "kind", "owners.name", "status" })
    end
    section(
      { en = "Practices", fr = "Pratiques", ar = "الممارسات" },
      organization.practices:sort("kind", "title"), { "title", "kind", "status", "objectives.label" },
      { en = "It has shared no practice yet.", fr = "Elle n’a encore partagé aucune pratique.",
        ar = "لم تعرض أي ممارسة بعد." })
    section(
      { en = "Sessions", fr = "Séances", ar = "الجلسات" },
      attendance:sort("-session.starts_at", "member.name"),
      {
        "session.title",
        { function(invitation) return invitation.session.starts_at and date(invitation.session.starts_at) end,
          title = { en = "Date", fr = "Date", ar = "التاريخ" } },
        "member.name", "response", "attended",
      },
      { en = "No invitation that you may see is recorded.", fr = "Aucune invitation à laquelle vous ayez accès n’est enregistrée.",
        ar = "لا توجد دعوات مسجلة ضمن ما يحق لكم الاطلاع عليه." })
    if organization.hosted_sessions:count() > 0 then
      section(
        { en = "Sessions that it hosts", fr = "Séances qu’elle organise", ar = "الجلسات التي تستضيفها" },
        organization.hosted_sessions:sort("-starts_at", "title"), { "title", "kind", "status", "starts_at" })
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
