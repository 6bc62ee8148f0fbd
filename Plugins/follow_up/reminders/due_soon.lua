--- Recalls items that are due soon to whoever sees to them: the assignee, else the focal points of those responsible.
local items = require "lib.items"

return reminder {
  title = { en = "Action items due soon", fr = "Actions bientôt à échéance", ar = "بنود عمل يقترب موعد استحقاقها" },
  description = {
    en = "Every Monday, what is due within the days of notice, once for each due date.",
    fr = "Chaque lundi, ce qui arrive à échéance pendant les jours de préavis, une fois par échéance.",
    ar = "كل يوم اثنين، ما يحل موعد استحقاقه خلال أيام الإشعار المسبق، مرة واحدة لكل موعد.",
  },
  every = { weekday = "monday", at = "08:00" },      -- the recipient's own time zone
  run = function(community)
    local messages = {}
    local soon = items.pending(community):where("due", between(today, today + days(settings.notice_days)))
    for item in soon:sort("due", "title"):each() do
      messages[#messages + 1] = message {
        to       = item.assignee or item.owners:focal_points(),
        about    = item,
        occasion = item.due,                           -- once, unless the due date moves
        subject  = { en = "Due {due}: {title}", fr = "Échéance {due} : {title}", ar = "الموعد {due}: {title}" },
        body     = {
          en = "**{title}** is due on {due}. Please report what was reached and what is in the way.",
          fr = "**{title}** arrive à échéance le {due}. Merci de rendre compte des résultats et des obstacles.",
          ar = "يحل موعد استحقاق **{title}** في {due}. يُرجى الإبلاغ عما تحقق وعما يعترض التنفيذ من عوائق.",
        },
      }
    end
    return messages
  end,
}
