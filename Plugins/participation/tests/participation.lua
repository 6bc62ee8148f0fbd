-- 30 June 2024 is today.
local now = "2024-06-30T12:00Z"

local function community(t)
  return t:community {
    organizations = {
      { id = "jor", name = "Jordan", kind = "state" },
      { id = "lbn", name = "Lebanon", kind = "state" },
      { id = "unicef", name = "UNICEF", kind = "un_agency" },
    },
    members = {
      { id = "m-jor", name = "Amal", organization = "jor", role = "focal_point", term_end = "2024-08-31",
        ["x.participation.nomination_reference"] = "NV 12/2023" },
      { id = "m-lbn", name = "Karim", organization = "lbn", role = "focal_point", term_end = "2024-05-31" },
      { id = "m-unicef", name = "Rosa", organization = "unicef" },
      { id = "guest", name = "Guest", organization = "unicef", role = "observer" },
    },
    sessions = {
      { id = "s-2023", kind = "review", title = "Review 2023", status = "held", starts_at = "2023-05-01T09:00Z", series = "review" },
      { id = "s-2024", kind = "review", title = "Review 2024", status = "held", starts_at = "2024-05-01T09:00Z", series = "review" },
      { id = "s-old", kind = "talk", title = "Talk", status = "held", starts_at = "2024-02-01T09:00Z" },
      { id = "s-next", kind = "talk", title = "Next talk", status = "scheduled", starts_at = "2024-07-15T09:00Z" },
      { id = "s-far", kind = "talk", title = "Far talk", status = "scheduled", starts_at = "2025-07-15T09:00Z" },
    },
    attendance = {
      { session = "s-2023", member = "m-jor", attended = true },
      { session = "s-2023", member = "m-lbn", attended = false },
      { session = "s-2023", member = "m-unicef", attended = true },
      { session = "s-2024", member = "m-jor", attended = true },
      { session = "s-next", member = "m-jor", response = "accepted" },
      { session = "s-next", member = "m-lbn", response = "pending" },
      { session = "s-far", member = "m-unicef", response = "pending" },
    },
  }
end

local function numbers(doc)
  local values = {}
  for index, metric in ipairs(doc:metrics()) do values[index] = metric.value end
  return values
end

return tests {
  ["states are counted once a session, and by year"] = function(t)
    local doc = t:run("reports/by_state", { community = community(t), now = now })
    -- Sessions with attendance recorded, states invited, states that came, states not seen.
    t:equal(numbers(doc), { 2, 2, 1, 1 })
    t:equal(doc:rows(1), { { "Jordan", 1, 1, 2, 2, "100%" }, { "Lebanon", 0, 0, 0, 1, "0%" } })
    t:equal(#doc:rows(2), 2)
    t:contains(doc:text(), "1 session is left out: who came to it is not recorded.")
  end,

  ["a period and a series are asked for"] = function(t)
    local params = { months = 6, series = "review" }
    local doc = t:run("reports/by_state", { community = community(t), now = now, params = params })
    t:equal(numbers(doc), { 1, 1, 1, 0 })
  end,

  ["focal points have terms, which end"] = function(t)
    local doc = t:run("reports/focal_points", { community = community(t), now = now })
    t:equal(numbers(doc), { 2, 1, 1, 0, 1 })
    t:equal(doc:rows(1), { { "Karim", "Lebanon", nil, date "2024-05-31" } })
    t:equal(doc:rows(2), { { "Amal", "Jordan", nil, date "2024-08-31" } })
    t:equal(doc:rows(3), { { "UNICEF", "un_agency" } })
    t:equal(doc:rows(4)[1], { "Jordan", "Amal", nil, nil, "NV 12/2023" })
  end,

  ["how early an ending term is shown is a setting, unless the user says it"] = function(t)
    local options = { community = community(t), now = now, settings = { term_notice_days = 30 } }
    t:equal(numbers(t:run("reports/focal_points", options))[3], 0)
    options.params = { within = 70 }
    t:equal(numbers(t:run("reports/focal_points", options))[3], 1)
  end,

  ["an observer, who sees the own organization only, is not told that the others have nobody"] = function(t)
    local doc = t:run("reports/focal_points", { community = community(t), now = now, as = "guest" })
    t:equal(numbers(doc), { 0, 0, 0, 0 })
    t:contains(doc:text(), "There is no focal point that you may see.")
  end,

  ["who has not answered is listed, for the sessions ahead"] = function(t)
    local options = { community = community(t), now = now }
    local doc = t:run("reports/unanswered_invitations", options)
    t:equal(numbers(doc), { 2, 1, 0 })
    t:equal(doc:rows(), { { "Lebanon", "Karim", "pending", date "2024-07-15", "Next talk" } })
    options.settings = { invitation_days = 730 }
    t:equal(numbers(t:run("reports/unanswered_invitations", options)), { 3, 2, 0 })
    options.params = { within = 7 }
    t:contains(t:run("reports/unanswered_invitations", options):text(), "No invitation that you may see")
  end,

  ["a community without attendance says so"] = function(t)
    t:contains(t:run("reports/by_state", { now = now }):text(), "No attendance of a state is recorded")
  end,
}
