local rows = require "lib.rows"

return tests {
  ["an activity keeps its identifier"] = function(t)
    t:equal(rows.identifier "Training of trainers", "activity-training-of-trainers")
    t:equal(rows.identifier "Training of trainers", rows.identifier "Training  of  trainers")
  end,

  ["a row becomes an action item"] = function(t)
    local result = t:run("transforms/activities", {
      community = t:community { organizations = { { id = "jor", name = "Jordan" } } },
      rows = {
        { ["Activity"] = "Training", ["Responsible"] = "Jordan", ["Due"] = "2024-06-30" },
        { ["Activity"] = "Mapping", ["Responsible"] = "Jordn" },
      },
    })
    t:equal(result:changes(), { {
      action = "upsert", entity = "action_item", id = "activity-training", kind = "activity", title = "Training",
      owners = { "jor" }, due = date "2024-06-30",
    } })
    t:equal(result:rejected()[1].column, "Responsible")
  end,

  ["those responsible are told apart"] = function(t)
    t:equal(rows.names "Jordan / Lebanon", { "Jordan", "Lebanon" })
    t:equal(rows.names(nil), {})
    t:equal(rows.names " / ", {})
  end,
}
