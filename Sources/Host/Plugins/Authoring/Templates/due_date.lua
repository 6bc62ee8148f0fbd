--- Warns of open action items that have no due date: nobody is reminded of those.
local checks = require "lib.checks"

return rule {
  title = { en = "Due dates of action items", fr = "Échéances des actions", ar = "مواعيد استحقاق بنود العمل" },
  description = {
    en = "An action item that is neither done nor cancelled should have a due date.",
    fr = "Une action qui n’est ni terminée ni annulée devrait avoir une échéance.",
    ar = "ينبغي أن يكون لكل بند عمل لم يُنجز ولم يُلغَ موعد استحقاق.",
  },
  on = { "action_item.create", "action_item.update" },
  check = function(community, change)                -- `community` as it would be after the change
    if checks.lacks_due_date(change.after) then
      return warn(tr {
        en = "The action item has no due date.",
        fr = "L’action n’a pas d’échéance.",
        ar = "ليس لبند العمل موعد استحقاق.",
      })
    end
  end,
}
