local function community(t)
  return t:community {
    organizations = {
      { id = "irq", name = "Iraq", kind = "state", ["x.survey.priorities"] = { "anti_racism", "alternatives_to_detention" },
        ["x.survey.modalities"] = "online", ["x.survey.frequency"] = "quarterly", ["x.survey.answered_on"] = "2024-02-01" },
      { id = "lbn", name = "Lebanon", kind = "state", ["x.survey.priorities"] = { "alternatives_to_detention" },
        ["x.survey.answered_on"] = "2024-02-03" },
      { id = "jor", name = "Jordan", kind = "state" },
      { id = "iom", name = "IOM", kind = "un_agency" },
    },
  }
end

return tests {
  ["answers are counted, and states without one are named"] = function(t)
    local doc = t:run("reports/overview", { community = community(t) })
    t:equal({ doc:metrics()[1].value, doc:metrics()[1].target }, { 2, 3 })
    t:equal(doc:charts()[1].rows, { { "alternatives_to_detention", 2 }, { "anti_racism", 1 } })
    t:equal(#doc:charts(), 3)
    t:equal(doc:rows(1)[1][1], "Iraq")
    t:equal(doc:rows(2), { { "Jordan" } })
  end,

  ["without answers it says so, in the reader's language"] = function(t)
    t:contains(t:run("reports/overview", { language = "ar" }):text(), "لم تجب أي دولة بعد.")
  end,
}
