--- The focal points of each organization, which organizations have none, and whose term has ended or ends soon.
return report {
  title = { en = "Focal points and their terms", fr = "Points focaux et leurs mandats", ar = "جهات التنسيق ومدد ولايتها" },
  description = {
    en = "Who speaks for whom, which organizations have no focal point, whose term has run out or soon will.",
    fr = "Qui représente qui, quelles organisations n’ont pas de point focal, quels mandats sont échus ou le seront bientôt.",
    ar = "من يمثل كل جهة، والجهات التي ليست لها جهة تنسيق، والولايات التي انتهت أو توشك أن تنتهي.",
  },
  params = {
    within = { type = "integer", default = 90,
               title = { en = "Terms that end within (days)", fr = "Mandats arrivant à échéance sous (jours)",
                         ar = "الولايات التي تنتهي خلال (بالأيام)" } },
  },
  run = function(community, params)
    local organizations = community.organizations:where("active", true)
    local focal_points = organizations:focal_points()
    local ended = focal_points:where("term_end", before(today))
    local ending = focal_points:where("term_end", between(today, today + days(params.within)))
    local vacant = organizations:where("members", except(focal_points)):sort("kind", "name")
    -- Observers see the people of their own organization only: to them all others would seem to have nobody.
    local sees_everybody = not community.viewer or community.viewer.role ~= "observer"

    local doc = document { subtitle = tr { en = "As of ", fr = "Au ", ar = "حتى " } .. today:format "d MMMM yyyy" }
    doc:metric({ en = "Focal points", fr = "Points focaux", ar = "جهات التنسيق" }, focal_points:count())
    doc:metric({ en = "Terms ended", fr = "Mandats échus", ar = "ولايات منتهية" }, ended:count(), { target = 0 })
    doc:metric({ en = "Terms ending soon", fr = "Mandats bientôt échus", ar = "ولايات تنتهي قريبا" }, ending:count())
    doc:metric(
      { en = "Without a term", fr = "Sans mandat daté", ar = "دون مدة ولاية محددة" },
      focal_points:where("term_end", none):count())
    if sees_everybody then
      doc:metric(
        { en = "Organizations without one", fr = "Organisations sans point focal", ar = "جهات بلا جهة تنسيق" },
        vacant:count())
    end
    if focal_points:count() == 0 then
      return doc:text {
        en = "There is no focal point that you may see.",
        fr = "Il n’y a aucun point focal que vous puissiez voir.",
        ar = "لا توجد جهات تنسيق ضمن ما يحق لكم الاطلاع عليه.",
      }
    end
    doc:chart {
      kind = "bar",
      title = { en = "By kind of organization", fr = "Par type d’organisation", ar = "حسب نوع الجهة" },
      rows = focal_points:group "organization.kind":count(),
    }
    local terms = { "name", "organization.name", "term_start", "term_end" }
    if ended:count() > 0 then
      doc:heading { en = "Terms ended", fr = "Mandats échus", ar = "ولايات منتهية" }
      doc:table { rows = ended:sort("term_end", "name"), columns = terms }
    end
    if ending:count() > 0 then
      doc:heading { en = "Terms ending soon", fr = "Mandats bientôt échus", ar = "ولايات تنتهي قريبا" }
      doc:table { rows = ending:sort("term_end", "name"), columns = terms }
    end
    if sees_everybody and vacant:count() > 0 then
      doc:heading {
        en = "Organizations without a focal point",
        fr = "Organisations sans point focal",
        ar = "جهات بلا جهة تنسيق",
      }
      doc:table { rows = vacant, columns = { "name", "kind" } }
    end
    doc:heading { en = "Focal points", fr = "Points focaux", ar = "جهات التنسيق" }
    doc:table {
      rows = focal_points:sort("organization.name", "name"),
      columns = {
        "organization.name",
        "name",
        "position",
        { "time_zone", title = { en = "Time zone", fr = "Fuseau horaire", ar = "المنطقة الزمنية" } },
      },
    }
    return doc
  end,
}
