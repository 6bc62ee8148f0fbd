-- The review is on 30 June 2024, and looks six months back.
local function community(t)
  return t:community {
    organizations = { { id = "jor", name = "Jordan" } },
    action_items = {
      { id = "a-1", kind = "task", title = "Blocked", owners = "jor", status = "blocked", due = "2024-12-31" },
      { id = "a-2", kind = "task", title = "Overdue", owners = "jor", due = "2024-05-01" },
      { id = "a-3", kind = "task", title = "Nobody’s", due = "2024-12-31" },
      { id = "a-4", kind = "task", title = "Well under way", owners = "jor", due = "2024-12-31" },
      { id = "a-5", kind = "task", title = "Done", status = "done" },
    },
    progress_reports = {
      { action_item = "a-1", at = "2024-06-01T10:00Z", obstacle = "No budget", next_step = "Ask again" },
      { action_item = "a-2", at = "2023-06-01T10:00Z" },
      { action_item = "a-4", at = "2024-06-02T10:00Z", progress = 80 },
    },
  }
end

return tests {
  ["each question has the items that raise it"] = function(t)
    local doc = t:run("reports/open_questions", { community = community(t), params = { as_of = "2024-06-30" } })
    local counts = {}
    for _, metric in ipairs(doc:metrics()) do counts[metric.title] = metric.value end
    t:equal(counts, {
      ["Pending"] = 4, ["Blocked"] = 1, ["Overdue"] = 1, ["Not reported on in the period"] = 2,
      ["Nobody responsible"] = 1, ["No due date"] = 0,
    })
    t:equal(doc:rows(1), { { "Blocked", "Jordan", "No budget", "Ask again" } })
    t:equal(doc:rows(2), { { "Overdue", "Jordan", date "2024-05-01", "open", date "2023-06-01" } })
    t:contains(doc:text(), "Nothing to ask: No due date")
  end,

  ["the days of grace hold here as well"] = function(t)
    local doc = t:run("reports/open_questions", {
      community = community(t), params = { as_of = "2024-05-03" }, settings = { grace_days = 5 },
    })
    t:equal(doc:metrics()[3], { title = "Overdue", value = 0, target = 0 })
  end,

  ["a review without pending items has nothing to ask"] = function(t)
    t:contains(t:run("reports/open_questions", {}):text(), "the review has nothing to ask")
  end,
}
