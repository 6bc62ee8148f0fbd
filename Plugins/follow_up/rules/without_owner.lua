--- Warns of action items that are nobody's.
local finished = { done = true, cancelled = true }

local function is_nobodys(item)
  return not finished[item.status] and not item.assignee and item.owners:count() == 0
end

return rule {
  title = { en = "Action items without an owner", fr = "Actions sans responsable", ar = "بنود عمل بلا جهة مسؤولة" },
  description = {
    en = "An action item that is neither done nor cancelled should have a responsible organization or an assignee.",
    fr = "Une action ni terminée ni annulée devrait avoir une organisation responsable ou une personne chargée.",
    ar = "ينبغي أن تكون لكل بند عمل لم يُنجز ولم يُلغَ جهة مسؤولة أو شخص مكلَّف.",
  },
  on = { "action_item.create", "action_item.update" },
  check = function(_, change)
    if not is_nobodys(change.after) then return end
    -- Whoever changes something else of it has been told already.
    if change.before and is_nobodys(change.before) then return end
    return warn(tr {
      en = "nobody sees to it: it has neither a responsible organization nor an assignee",
      fr = "personne ne s’en occupe : elle n’a ni organisation responsable ni personne chargée",
      ar = "لا أحد يتولاه: ليست له جهة مسؤولة ولا شخص مكلَّف",
    })
  end,
}
