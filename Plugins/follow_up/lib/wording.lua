--- What the reports of this plugin say alike.
local wording = {}

--- A subtitle that says of which day a report tells.
function wording.as_of(day)
  return tr { en = "As of ", fr = "Au ", ar = "حتى " } .. day:format "d MMMM yyyy"
end

--- Tells a member that others may see more; the operator sees everything.
function wording.note_what_is_seen(doc, community)
  if community.viewer then
    doc:note {
      en = "Counted is what you may see; others may see more.",
      fr = "Seul est compté ce à quoi vous avez accès ; d’autres peuvent en voir davantage.",
      ar = "لا يُحتسب إلا ما يحق لكم الاطلاع عليه، وقد يطلع غيركم على أكثر من ذلك.",
    }
  end
end

return wording
