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

    local doc = document { subtitle = tr { en = "As of ", fr = "Au ", ar = "حتى " } .. today:format "d MMMM yyyy" }
    doc:metric({ en = "Focal points", fr = "Points focaux", ar = "جهات التنسيق" }, focal_points:count())
    doc:metric({ en = "Terms ending soon", fr = "Mandats bientôt échus", ar = "ولايات تنتهي قريبا" }, ending:count())
    doc:metric(
      { en = "Without a term", fr = "Sans mandat daté", ar = "دون ولاية محددة" },
      focal_points:where("term_end", none):count())
    doc:metric(
      { en = "Organizations without one", fr = "Organisations sans point focal", ar = "جهات دون جهة تنسيق" },
      #vacant)
    doc:chart {
      kind = "bar",
      title = { en = "By kind of organization", fr = "Par type d’organisation", ar = "حسب نوع الجهة" },
      rows = focal_points:group "organization.kind":count(),
    }
    if ending:count() > 0 then
      doc:heading { en = "Terms ending soon", fr = "Mandats bientôt échus", ar = "ولايات تنتهي قريبا" }
      doc:table { rows = ending, columns = { "name", "organization.name", "term_end" } }
    end
    doc:heading {
      en = "Organizations without a focal point",
      fr = "Organisations sans point focal",
      ar = "جهات دون جهة تنسيق",
    }
    doc:table { rows = vacant, columns = { "name", "kind" } }
    doc:heading { en = "Focal points", fr = "Points focaux", ar = "جهات التنسيق" }
    doc:table {
      rows = focal_points:sort("organization.name", "name"),
      columns = {
        "organization.name",
        "name",
        "position",
        { "organization.time_zone", title = { en = "Time zone", fr = "Fuseau horaire", ar = "المنطقة الزمنية" } },
      },
    }
    return doc
  end,
}
