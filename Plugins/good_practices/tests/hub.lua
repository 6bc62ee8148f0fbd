local function community(t)
  return t:community {
    organizations = { { id = "jor", name = "Jordan", kind = "state" }, { id = "iom", name = "IOM" } },
    objectives = { { id = "13", number = 13, label = "Detention" }, { id = "9", number = 9, label = "Smuggling" } },
    practices = { { id = "p-1", title = "Helpline", summary = "A number to call", organizations = { "jor" } } },
  }
end

local function import(t, options)
  options.community = community(t)
  return t:run("transforms/hub", options)
end

return tests {
  ["a workbook of LibreOffice with the Hub's fields is taken in"] = function(t)
    local result = import(t, { file = "tests/hub.xlsx" })
    t:equal(result:changes(), { {
      action = "upsert", entity = "practice", id = "hub-shelters-for-trafficking-victims", title = "Shelters for trafficking victims",
      kind = "practice", status = "submitted", summary = "Places to stay", organizations = { "jor", "iom" },
      countries = { "JOR", "LBN" }, objectives = { "13", "9" }, principles = { "human_rights", "child_sensitive" },
      populations = { "trafficking_victims", "children" }, started = date "2020-01-01", source = "https://example.org/shelters",
      languages = { "ar", "en" },
    } })
    t:contains(result:rejected()[1].reason, "'jordan' is neither a state here nor the code of a country")
    t:contains(result:rejected()[2].reason, "'99' names no objective that there is")
  end,

  ["a practice that there is is brought up to date, and what it says already is not proposed"] = function(t)
    local changes = import(t, { rows = { { Title = "Helpline", Summary = "A number to call", Link = "https://example.org" } } }):changes()
    t:equal(changes, { { action = "update", entity = "practice", id = "p-1", source = "https://example.org" } })
  end,

  ["headings may be in Arabic"] = function(t)
    local changes = import(t, { rows = { { ["العنوان"] = "ملاجئ", ["الجهات"] = "Jordan" } }, language = "ar" }):changes()
    t:equal({ changes[1].title, changes[1].organizations }, { { ar = "ملاجئ" }, { "jor" } })
  end,
}
