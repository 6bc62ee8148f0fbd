--- Refuses to invite somebody to a session a second time: everything that counts invitations would be wrong.
return rule {
  title = { en = "Invited twice", fr = "Personnes invitées deux fois", ar = "تكرار الدعوة" },
  description = {
    en = "A member is invited to a session once; to one that repeats, once for each day.",
    fr = "Un membre n’est invité qu’une fois à une séance ; si elle se répète, une fois pour chaque jour.",
    ar = "لا يُدعى العضو إلى الجلسة إلا مرة واحدة، وإلى الجلسة المتكررة مرة واحدة لكل موعد.",
  },
  on = { "attendance.create", "attendance.update" },
  check = function(_, change)
    local attendance, before = change.after, change.before
    if before and before.session == attendance.session and before.member == attendance.member
      and before.occurrence == attendance.occurrence then return end
    local other = attendance.session.attendance
      :where("member", attendance.member):where("occurrence", attendance.occurrence or none)
      :where("id", except(attendance.id)):first()
    if not other then return end
    return reject(tr {
      en = "%s is invited to “%s” already; change that invitation: halqa edit attendance %s",
      fr = "%s est déjà sur la liste des invités de « %s » ; modifiez cette invitation : halqa edit attendance %s",
      ar = "سبقت دعوة %s إلى «%s»؛ عدّلوا تلك الدعوة: halqa edit attendance %s",
    }, attendance.member.name, attendance.session.title, other.id)
  end,
}
