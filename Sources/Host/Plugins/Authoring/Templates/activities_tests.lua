local rows = require "lib.rows"

return tests {
  ["an activity keeps its identifier"] = function(t)
    t:equal(rows.identifier "Training of trainers", "activity-training-of-trainers")
    t:equal(rows.identifier "Training of trainers", rows.identifier "Training  of  trainers")
  end,

  ["those responsible are told apart"] = function(t)
    t:equal(rows.names "Jordan / Lebanon", { "Jordan", "Lebanon" })
    t:equal(rows.names(nil), {})
    t:equal(rows.names " / ", {})
  end,
}
