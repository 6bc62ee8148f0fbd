--- When the reminder speaks, and what it says. The host fills in {title} and {due}, in the recipient's language.
local notice = {}

notice.subject = { en = "Due {due}: {title}", fr = "Échéance {due} : {title}", ar = "الموعد {due}: {title}" }

notice.body = {
  en = "**{title}** is due on {due}. Please report what was reached and what is in the way.",
  fr = "**{title}** arrive à échéance le {due}. Merci de rendre compte des résultats et des obstacles.",
  ar = "يحل موعد استحقاق **{title}** في {due}. يُرجى الإبلاغ عما تحقق وعما يعترض التنفيذ من عوائق.",
}

--- The last day of which the reminder speaks on a day.
function notice.last_day(day)
  return day + days(settings.notice_days)
end

return notice
