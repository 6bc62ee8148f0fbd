--- The workplan of a year: which activity runs in which quarter, and which has no dates yet.
return report {
  title  = { en = "Workplan by quarter", fr = "Plan de travail par trimestre", ar = "خطة العمل حسب الأرباع" },
  params = {
    year  = { type = "integer", default = 2024, title = { en = "Year", fr = "Année", ar = "السنة" } },
    owner = { type = "organization", optional = true,
              title = { en = "Responsible", fr = "Responsable", ar = "الجهة المسؤولة" } },
  },
  run = function(community, params)
    local first_day = date(string.format("%04d-01-01", params.year))
    local next_year = first_day + months(12)

    local activities = community.action_items
      :where("kind", "activity")
      :where("status", except "cancelled")
      :where("owners", params.owner)
    local planned = activities
      :where("starts", before(next_year))
      :where("due", after(first_day - days(1)))
      :sort("starts", "due", "title")
    local undated = activities
      :where("status", except "done")
      :where("starts", none)
      :where("due", none)
      :sort("title")

    -- A column for each quarter, which marks the activities that touch it.
    local columns = { "title", { "owners.name", title = "Responsible" } }
    local doc = document { subtitle = string.format("%04d", params.year) }
    for quarter = 1, 4 do
      local starts = first_day + months(3 * (quarter - 1))
      local ends = first_day + months(3 * quarter) - days(1)
      columns[#columns + 1] = {
        function(item) return item.starts <= ends and item.due >= starts and "x" or "" end,
        title = "Q" .. quarter,
      }
      local running = planned
        :where("starts", before(ends + days(1)))
        :where("due", after(starts - days(1)))
      doc:metric("Q" .. quarter, running:count())
    end
    columns[#columns + 1] = "status"

    doc:heading "Planned"
    doc:table { rows = planned, columns = columns }
    doc:heading "Without dates"
    doc:table { rows = undated, columns = { "title", { "owners.name", title = "Responsible" }, "remarks" } }
    return doc
  end,
}
