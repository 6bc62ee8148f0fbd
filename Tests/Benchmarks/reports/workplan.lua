return transform {
  title = { en = "Workplan" },
  input = {
    format = "csv",
    columns = {
      ["Reference"] = "text", ["Activity"] = "text", ["Responsible Agencies"] = "text", ["Due"] = "date?",
      ["Progress"] = "integer",
    },
  },
  row = function(community, row)
    return upsert.action_item {
      id = "wp-" .. slug(row["Reference"]),
      kind = "activity",
      title = row["Activity"],
      reference = row["Reference"],
      owners = community.organizations:find_all(split(row["Responsible Agencies"], "/")),
      due = row["Due"],
      progress = row["Progress"],
    }
  end,
}
