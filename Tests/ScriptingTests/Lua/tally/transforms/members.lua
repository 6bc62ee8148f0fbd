return transform {
  title = { en = "Members", fr = "Membres", ar = "الأعضاء" },
  input = { format = "csv", columns = { Name = "text" } },
  row = function(_, row) return create.member { name = row.Name } end,
}
