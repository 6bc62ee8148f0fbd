--- Activities of a spreadsheet, a row each.
return transform {
  title  = { en = "Activities", fr = "Activités", ar = "الأنشطة" },
  params = { year = { type = "integer", default = 2024 } },
  input  = {
    format  = { "csv", "xlsx", "json" },
    columns = {
      ["Activity"] = { type = "text", also = { "Activité", "النشاط" } },
      ["Responsible Agencies"] = { type = "organizations?", separators = "/" },
      ["Lead"] = "organization?",
      ["Status"] = "action_item.status?",
      ["Due"] = "date?",
      ["Quarter"] = "quarter?",
      ["Month"] = "month?",
      ["Progress"] = "integer?",
      ["Tags"] = "list?",
      ["Notes"] = "cells?",
    },
  },
  row = function(community, row, params, number)
    if row["Activity"] == "skip" then return nil end
    if row["Activity"] == "note" then return skip { en = "a remark", fr = "une remarque", ar = "ملاحظة" } end
    if row["Activity"] == "worse" then return { reject "bad", reject "worse still" } end
    if row["Activity"] == "wrong" then return reject("there is no activity '%s' in %d", row["Activity"], params.year) end
    if row["Activity"] == "typo" then return upsert.action_item { id = row.Activty } end
    local owners = row["Responsible Agencies"]
    if row["Lead"] then owners = { row["Lead"] } end
    local change = upsert.action_item {
      id = "tally-" .. slug(row["Activity"]), title = row["Activity"], owners = owners, status = row["Status"],
      due = row["Due"] or row["Quarter"] and row["Quarter"].last_day or row["Month"] and row["Month"].last_day,
      progress = row["Progress"], tags = row["Tags"], remarks = row["Notes"] and row["Notes"][1],
    }
    if row["Activity"] ~= "two" then return change end
    return { change, upsert.action_item { id = "row-" .. number, title = community.organizations:find_all({ "Jordan" })[1].name } }
  end,
}
