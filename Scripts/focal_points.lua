--- The focal points of each organization, which organizations have none, and whose term ends soon.
return report {
  title  = { en = "Focal points", fr = "Points focaux", ar = "جهات التنسيق" },
  params = {
    within = { type = "integer", default = 90,
               title = { en = "Terms that end within (days)", fr = "Mandats qui finissent sous (jours)",
                         ar = "الولايات المنتهية خلال (أيام)" } },
  },
  run = function(community, params)
    local focal_points = community.members
      :where("role", "focal_point")
      :where("active", true)
    local ending = focal_points
      :where("term_end", between(today, today + days(params.within)))
      :sort("term_end", "name")

    local vacant = {}
    for organization in community.organizations:where("active", true):sort("kind", "name"):each() do
      if organization.members:where("role", "focal_point"):where("active", true):count() == 0 then
        vacant[#vacant + 1] = organization
      end
    end

    local doc = document { subtitle = "As of " .. today:format "d MMMM yyyy" }
    doc:metric("Focal points", focal_points:count())
    doc:metric("Terms ending soon", ending:count())
    doc:metric("Without a term", focal_points:where("term_end", none):count())
    doc:metric("Organizations without one", #vacant)
    doc:chart { kind = "bar", title = "By kind of organization", rows = focal_points:group "organization.kind":count() }
    if ending:count() > 0 then
      doc:heading "Terms ending soon"
      doc:table { rows = ending, columns = { "name", { "organization.name", title = "Organization" }, "term_end" } }
    end
    doc:heading "Organizations without a focal point"
    doc:table { rows = vacant, columns = { "name", "kind" } }
    doc:heading "Focal points"
    doc:table {
      rows = focal_points:sort("organization.name", "name"),
      columns = {
        { "organization.name", title = "Organization" },
        "name",
        "position",
        { "organization.time_zone", title = "Time zone" },
      },
    }
    return doc
  end,
}
