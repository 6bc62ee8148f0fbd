-- 5 July 2024 is a Friday.
local function community(t)
  return t:community {
    organizations = {
      { id = "jor", name = { en = "Jordan", ar = "الأردن" }, kind = "state", weekend = { "friday", "saturday" } },
      { id = "lbn", name = { en = "Lebanon", ar = "لبنان" }, kind = "state", weekend = { "saturday", "sunday" } },
      { id = "iom", name = "IOM", kind = "un_agency", weekend = { "friday" } },
    },
    members = {
      { id = "m-jor", name = "Amal", organization = "jor", role = "focal_point",
        term_start = "2023-01-01", term_end = "2024-06-30" },
      { id = "m-lbn", name = "Karim", organization = "lbn", role = "focal_point" },
      { id = "m-iom", name = "Rosa", organization = "iom" },
    },
    sessions = {
      { id = "s-1", title = "Talk", kind = "talk", starts_at = "2024-07-04T10:00Z", time_zone = "Asia/Amman" },
      { id = "s-2", title = "Friday", kind = "talk", starts_at = "2024-07-05T10:00Z", time_zone = "Asia/Amman" },
    },
    attendance = {
      { session = "s-1", member = "m-jor" }, { session = "s-1", member = "m-lbn" }, { session = "s-1", member = "m-iom" },
    },
  }
end

local function warnings(t, rule, change, language)
  return t:run("rules/" .. rule, { community = community(t), change = change, language = language }):warnings()
end

return tests {
  ["a session that is moved to a weekend day of states that are invited is warned of"] = function(t)
    local friday = update.session { id = "s-1", starts_at = "2024-07-05T10:00Z" }
    t:equal(warnings(t, "weekends", friday), { "Friday 5 July is a day of the weekend for Jordan" })
    t:equal(warnings(t, "weekends", friday, "ar"), { "يوافق يوم الجمعة 5 يوليو عطلة نهاية الأسبوع لدى: الأردن" })
    t:equal(warnings(t, "weekends", friday, "fr"), { "vendredi 5 juillet est un jour de week-end pour : Jordan" })
    local saturday = update.session { id = "s-1", starts_at = "2024-07-06T10:00Z" }
    t:equal(warnings(t, "weekends", saturday), { "Saturday 6 July is a day of the weekend for Jordan, Lebanon" })
    t:equal(warnings(t, "weekends", update.session { id = "s-1", starts_at = "2024-07-03T10:00Z" }), {})
  end,

  ["the day is that of the session's time zone"] = function(t)
    t:equal(#warnings(t, "weekends", update.session { id = "s-1", starts_at = "2024-07-04T22:30Z" }), 1)
    local utc = update.session { id = "s-1", starts_at = "2024-07-04T22:30Z", time_zone = none }
    t:equal(warnings(t, "weekends", utc), {})
  end,

  ["whoever is invited to a session on their weekend is warned of, and other changes are not"] = function(t)
    t:equal(#warnings(t, "weekends", create.attendance { session = "s-2", member = "m-jor" }), 1)
    t:equal(warnings(t, "weekends", create.attendance { session = "s-2", member = "m-lbn" }), {})
    t:equal(warnings(t, "weekends", create.attendance { session = "s-2", member = "m-iom" }), {})
    t:equal(warnings(t, "weekends", update.session { id = "s-2", status = "cancelled" }), {})
  end,

  ["terms of focal points that overlap are warned of"] = function(t)
    local successor = { name = "Huda", organization = "jor", role = "focal_point", term_start = "2024-06-30" }
    t:equal(
      warnings(t, "overlapping_terms", create.member(successor)),
      { "the term overlaps with that of Amal, also a focal point of Jordan" })
    t:contains(warnings(t, "overlapping_terms", create.member(successor), "ar")[1], "لدى الأردن")
    t:contains(warnings(t, "overlapping_terms", create.member(successor), "fr")[1], "un autre mandat de point focal (Amal)")
    successor.term_start = "2024-07-01"
    t:equal(warnings(t, "overlapping_terms", create.member(successor)), {})
  end,

  ["alternates, other roles and other fields are not looked at"] = function(t)
    local new = { name = "Huda", organization = "jor", role = "focal_point", term_start = "2024-01-01", alternate_for = "m-jor" }
    t:equal(warnings(t, "overlapping_terms", create.member(new)), {})
    new.alternate_for, new.role = nil, "member"
    t:equal(warnings(t, "overlapping_terms", create.member(new)), {})
    t:equal(warnings(t, "overlapping_terms", update.member { id = "m-jor", language = "ar" }), {})
    t:equal(warnings(t, "overlapping_terms", update.member { id = "m-lbn", term_start = "2024-01-01" }), {})
  end,

  ["whoever is invited to a session already is not invited again"] = function(t)
    local function refusals(change, language)
      return t:run("rules/invited_twice", { community = community(t), change = change, language = language }):rejections()
    end
    local again = create.attendance { session = "s-1", member = "m-jor" }
    t:contains(refusals(again)[1], "Amal is invited to “Talk” already; change that invitation: halqa edit attendance ")
    t:contains(refusals(again, "fr")[1], "Amal est déjà sur la liste des invités de « Talk »")
    t:contains(refusals(again, "ar")[1], "سبقت دعوة Amal إلى «Talk»")
    t:equal(refusals(create.attendance { session = "s-2", member = "m-jor" }), {})
    -- Two of one change set are told of each.
    t:equal(#refusals { create.attendance { session = "s-2", member = "m-iom" }, create.attendance { session = "s-2", member = "m-iom" } }, 2)
  end,

  ["an invitation that is moved to one that is there is refused, and other changes are not"] = function(t)
    local small = t:community {
      organizations = { { id = "jor", name = "Jordan" } },
      members = { { id = "m-1", name = "Amal", organization = "jor" }, { id = "m-2", name = "Omar", organization = "jor" } },
      sessions = { { id = "s-1", title = "Talk", kind = "talk" } },
      attendance = {
        { id = "a-1", session = "s-1", member = "m-1" }, { id = "a-2", session = "s-1", member = "m-2" },
        { id = "a-3", session = "s-1", member = "m-1", occurrence = "2024-07-05" },
      },
    }
    local function refusals(fields)
      return #t:run("rules/invited_twice", { community = small, change = update.attendance(fields) }):rejections()
    end
    t:equal(refusals { id = "a-2", member = "m-1" }, 1)
    t:equal(refusals { id = "a-2", response = "accepted" }, 0)
    t:equal(refusals { id = "a-2", member = "m-2" }, 0)
    -- Of a session that repeats, each day has its own invitations.
    t:equal(refusals { id = "a-2", member = "m-1", occurrence = "2024-07-12" }, 0)
    t:equal(refusals { id = "a-2", member = "m-1", occurrence = "2024-07-05" }, 1)
    t:equal(refusals { id = "a-3", occurrence = none }, 1)
  end,
}
