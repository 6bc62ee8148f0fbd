--- What the plugin's reports say alike.
local wording = {}

--- A subtitle that says of which day a report tells.
function wording.as_of(day)
  return tr { en = "As of ", fr = "Au ", ar = "حتى " } .. day:format "d MMMM yyyy"
end

return wording
