--- Takes the activities of a spreadsheet over as action items: one row, one item.
local rows = require "lib.rows"

return transform {
  title = { en = "Activities of a spreadsheet", fr = "Activités d’un tableur", ar = "أنشطة من جدول بيانات" },
  description = {
    en = "Makes an action item of each row, or brings the one that was made of it before up to date.",
    fr = "Crée une action à partir de chaque ligne, ou met à jour celle qui en est issue.",
    ar = "ينشئ بند عمل من كل صف، أو يحدّث البند الذي أُنشئ منه سابقا.",
  },
  input = {
    format  = { "xlsx", "csv" },
    columns = { ["Activity"] = "text", ["Responsible"] = "text?", ["Due"] = "date?" },
  },
  row = function(community, row)
    return upsert.action_item {
      id     = rows.identifier(row["Activity"]),
      kind   = "activity",
      title  = row["Activity"],
      owners = community.organizations:find_all(rows.names(row["Responsible"])),
      due    = row["Due"],
    }
  end,
}
