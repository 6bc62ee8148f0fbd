--- What the workplan is made of.
local activities = {}

--- Its items, but for those that were cancelled: activities, and commitments where the settings say so.
function activities.all(community)
  return community.action_items
    :where("kind", settings.with_commitments and { "activity", "commitment" } or "activity")
    :where("status", except "cancelled")
end

--- Whether an item runs on any day from `first` to `last`. One that has only one of its dates runs on that day.
function activities.touches(item, first, last)
  return (item.starts or item.due) <= last and (item.due or item.starts) >= first
end

--- The columns that begin every table of them: with their indicators, where any has one.
function activities.columns(query)
  local columns = { "title", "owners.name" }
  if query:where("x.workplan.indicator", except(none)):count() > 0 then
    columns[#columns + 1] = "x.workplan.indicator"
  end
  return columns
end

--- Tells a member that others may see more; the operator sees everything.
function activities.note_what_is_seen(doc, community)
  if community.viewer then
    doc:note {
      en = "Shown is what you may see; others may see more.",
      fr = "Seul est montré ce à quoi vous avez accès ; d’autres peuvent en voir davantage.",
      ar = "لا يُعرض إلا ما يحق لكم الاطلاع عليه، وقد يطلع غيركم على أكثر من ذلك.",
    }
  end
end

return activities
