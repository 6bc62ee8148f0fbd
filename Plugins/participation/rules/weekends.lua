--- Warns of sessions on a weekend day of states that are invited.
local names = require "lib.names"

--- The day of a session on which some states do not work, and those states; nothing when all work.
local function conflict(session, organizations)
  if not session.starts_at then return end
  local zone = session.time_zone or "UTC"
  local off = organizations:where("kind", "state"):where("weekend", has(session.starts_at:weekday(zone)))
  if off:count() == 0 then return end
  return warn(tr {
    en = "%s is a day of the weekend for %s",
    fr = "%s est un jour de week-end pour : %s",
    ar = "يوافق يوم %s عطلة نهاية الأسبوع لدى: %s",
  }, session.starts_at:format("EEEE d MMMM", zone), names.list(off))
end

return rule {
  title = {
    en = "Weekends of invited states", fr = "Week-ends des États invités", ar = "عطلة نهاية الأسبوع لدى الدول المدعوة",
  },
  description = {
    en = "A session should not be on a day on which states that are invited to it do not work.",
    fr = "Une séance ne devrait pas se tenir un jour non ouvrable des États qui y sont invités.",
    ar = "ينبغي ألا تُعقد جلسة في يوم عطلة لدى دول مدعوة إليها.",
  },
  on = { "session.create", "session.update", "attendance.create" },
  check = function(community, change)
    if change.entity == "attendance" then
      local attendance = change.after
      local invited = community.organizations:where("id", attendance.member.organization.id)
      return conflict(attendance.session, invited)
    end
    local session, before = change.after, change.before
    if before and before.starts_at == session.starts_at and before.time_zone == session.time_zone then return end
    return conflict(session, session.invited_organizations)
  end,
}
