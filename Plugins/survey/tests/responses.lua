local function community(t)
  return t:community {
    organizations = {
      { id = "irq", name = { en = "Iraq", ar = "العراق" }, kind = "state" },
      { id = "lbn", name = { en = "Lebanon", ar = "لبنان" }, kind = "state", ["x.survey.answered_on"] = "2024-01-01" },
      { id = "lby", name = "Libya", kind = "state" }, { id = "iom", name = "IOM", kind = "un_agency" },
    },
  }
end

return tests {
  ["the answers of a form are taken in, in any language"] = function(t)
    local result = t:run("transforms/responses", { community = community(t), file = "tests/responses.csv" })
    local first, second = result:changes()[1], result:changes()[2]
    t:equal({ first.action, first.id }, { "update", "irq" })
    t:equal(first["x.survey.priorities"], { "alternatives_to_detention", "anti_racism" })
    t:equal(first["x.survey.modalities"], { "online", "training" })
    t:equal({ first["x.survey.frequency"], first["x.survey.answered_on"] }, { "quarterly", date "2024-02-01" })
    t:equal({ second.id, second["x.survey.priorities"][1], second["x.survey.frequency"] },
      { "lbn", "alternatives_to_detention", "twice_a_year" })
    t:equal(#result:changes(), 2)
    t:equal(result:rejected()[1].reason, "IOM is no state")
    t:equal(result:rejected()[2].column, "Thematic priorities")
  end,

  ["an answer that is older than the one there is is passed over"] = function(t)
    local rows = { { State = "Lebanon", Frequency = "Monthly", Date = "2023-12-01" } }
    t:equal(t:run("transforms/responses", { community = community(t), rows = rows }):changes(), {})
  end,
}
