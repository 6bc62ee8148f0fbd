--- Recalls action items that are due soon to whoever sees to them: the assignee, else the focal points of those responsible.
local notice = require "lib.notice"

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
    local soon = community.action_items
      :where("status", except { "done", "cancelled" })
      :where("due", between(today, notice.last_day(today)))
    for item in soon:sort("due", "title"):each() do
      messages[#messages + 1] = message {
        to       = item.assignee or item.owners:focal_points(),
        about    = item,
        occasion = item.due,                         -- once, unless the due date moves
        subject  = notice.subject,
        body     = notice.body,
      }
    end
    return messages
  end,
}
