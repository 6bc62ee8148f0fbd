--- Refuses action items that are due before they start.
return rule {
  title = { en = "Due before start", fr = "Échéance avant le début", ar = "الاستحقاق قبل البداية" },
  description = {
    en = "An action item cannot be due before the day on which it starts.",
    fr = "L’échéance d’une action ne peut pas précéder le jour de son début.",
    ar = "لا يجوز أن يسبق تاريخ استحقاق بند العمل تاريخ بدايته.",
  },
  on = { "action_item.create", "action_item.update" },
  check = function(_, change)
    local item = change.after
    if not item.starts or not item.due or item.due >= item.starts then return end
    local before = change.before
    -- What was so before does not keep anybody from changing something else.
    if before and before.starts == item.starts and before.due == item.due then return end
    return reject(tr {
      en = "it is due on %s, before it starts on %s",
      fr = "son échéance, le %s, précède son début, le %s",
      ar = "تاريخ استحقاقه (%s) يسبق تاريخ بدايته (%s)",
    }, item.due:format "d MMMM yyyy", item.starts:format "d MMMM yyyy")
  end,
}
