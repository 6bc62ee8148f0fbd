local function community(t)
  return t:community {
    organizations = {
      { id = "jor", name = { en = "Jordan", fr = "Jordanie", ar = "الأردن" }, kind = "state" },
      { id = "lbn", name = { en = "Lebanon", fr = "Liban", ar = "لبنان" }, kind = "state" },
    },
    members = { { id = "m-1", name = "Élodie Martin", organization = "jor", role = "focal_point", position = "Conseillère" } },
  }
end

local function import(t, options)
  options.community = community(t)
  return t:run("transforms/focal_points", options)
end

return tests {
  ["an Arabic list in the code page of Windows is taken in"] = function(t)
    local result = import(t, { file = "tests/contacts-1256.csv", language = "ar" })
    local change = result:changes()[1]
    t:equal({ change.action, change.entity, change.name, change.organization, change.role },
      { "upsert", "member", "أمل الخطيب", "jor", "focal_point" })
    t:equal({ change.position, change.email, change.phone }, { { ar = "مديرة شؤون الهجرة" }, "amal@example.org", "+962 6 500 0000" })
    t:equal({ change.term_start, change.term_end }, { date "2024-01-01", date "2025-12-31" })
    t:equal(#result:changes(), 1)
    t:equal(result:rejected()[1].reason, "'karim' is not an e-mail address")
    t:equal(result:rejected()[2].column, "الدولة")
  end,

  ["who is known by name and organization is brought up to date, from a list in UTF-16"] = function(t)
    local changes = import(t, { file = "tests/contacts-utf16.csv", language = "fr" }):changes()
    t:equal(changes, { { action = "update", entity = "member", id = "m-1", email = "elodie@example.org",
                         term_end = date "2026-06-30" } })
  end,

  ["roles above a focal point's are neither given nor taken"] = function(t)
    local small = t:community {
      organizations = { { id = "jor", name = "Jordan", kind = "state" } },
      members = { { id = "m-1", name = "Amal", organization = "jor", role = "admin" } },
    }
    local rows = {}
    for index, one in ipairs { { "Amal", "Focal point" }, { "Amal", "Administrator" }, { "Amal" }, { "Omar", "Moderator" },
                               { "Huda", "Observer" } } do
      rows[index] = { Name = one[1], Organization = "Jordan", Role = one[2], Phone = "1" }
    end
    local result = t:run("transforms/focal_points", { community = small, rows = rows })
    local rejected = result:rejected()
    t:equal({ rejected[1].row, rejected[2].row, #rejected }, { 2, 5, 2 })
    t:contains(rejected[1].reason, "neither gives nor takes the role 'admin'")
    t:contains(rejected[1].reason, "halqa edit member m-1 role=focal_point")
    t:contains(rejected[2].reason, "halqa edit member fp-omar role=moderator")
    t:equal(result:changes()[3].role, "observer")
  end,

  ["a namesake of another organization gets an identifier of their own"] = function(t)
    local small = t:community {
      organizations = { { id = "egy", name = "Egypt" }, { id = "jor", name = "Jordan" }, { id = "sdn", name = "Sudan" } },
      members = { { id = "fp-mohamed-ali", name = "Mohamed Ali", organization = "egy", role = "focal_point" } },
    }
    local rows = {}
    for index, one in ipairs { { "Mohamed Ali", "Sudan" }, { "Mohamed Ali", "Egypt" }, { "Huda", "Sudan" }, { "Huda", "Jordan" },
                               { "Huda Jor", "Egypt" }, { "Huda Jor", "Sudan" }, { "Huda", "Sudan" } } do
      rows[index] = { Name = one[1], Organization = one[2], Phone = "1" }
    end
    local made = {}
    for index, change in ipairs(t:run("transforms/focal_points", { community = small, rows = rows }):changes()) do
      made[index] = { change.action, change.id, change.organization }
    end
    t:equal(made, {
      { "upsert", "fp-mohamed-ali-sdn", "sdn" }, { "update", "fp-mohamed-ali" }, { "upsert", "fp-huda", "sdn" },
      { "upsert", "fp-huda-jor", "jor" }, { "upsert", "fp-huda-jor-egy", "egy" }, { "upsert", "fp-huda-jor-sdn", "sdn" },
      { "upsert", "fp-huda", "sdn" },
    })
    -- What is made of both is taken as well.
    local taken = t:community {
      organizations = { { id = "egy", name = "Egypt" }, { id = "sdn", name = "Sudan" } },
      members = { { id = "fp-omar", name = "Omar", organization = "egy" }, { id = "fp-omar-sdn", name = "Omar Sdn", organization = "egy" } },
    }
    local omar = t:run("transforms/focal_points", { community = taken, rows = { { Name = "Omar", Organization = "Sudan" } } })
    t:equal(omar:changes()[1].id, "fp-omar-sdn-2")
  end,

  ["lines without a name are passed over"] = function(t)
    local result = import(t, { rows = { { Name = "", Organization = "Jordan" } } })
    t:equal(result:changes(), {})
    t:equal(result:skipped(), { { row = 2, reason = "without a name" } })
  end,
}
