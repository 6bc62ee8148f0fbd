--- The file as a whole: one action item of all rows.
return transform {
  title = { en = "Whole", fr = "Ensemble", ar = "الكل" },
  input = { format = "csv", columns = { Activity = "text", Amount = "number?" } },
  rows = function(_, rows)
    local sum, last, changes = 0, 0, {}
    for row, number in rows do
      if row.Activity == "wrong" then changes[#changes + 1] = reject "no" end
      sum, last = sum + (row.Amount or 0), number
    end
    changes[#changes + 1] = upsert.action_item { id = "sum", title = ("%g in %d"):format(sum, last) }
    return changes
  end,
}
