--- The community on one page: who takes part, what was done, what lies ahead.
-- Example: --language ar
return report {
  title = { en = "The community at a glance", fr = "La communauté en un coup d’œil", ar = "لمحة عن مجتمع الممارسين" },
  description = {
    en = "Members, sessions, practices and action items in numbers, compared with the period before; the next sessions and "
      .. "the latest reports.",
    fr = "Membres, séances, pratiques et actions en chiffres, comparés à la période précédente ; les prochaines séances et "
      .. "les derniers rapports.",
    ar = "الأعضاء والجلسات والممارسات وبنود العمل بالأرقام مقارنة بالفترة السابقة، والجلسات المقبلة، وآخر التقارير.",
  },
  params = {
    as_of  = { type = "date", default = "today", title = { en = "As of", fr = "Au", ar = "حتى تاريخ" } },
    months = { type = "integer", default = 12,
               title = { en = "Period in months", fr = "Période en mois", ar = "الفترة بالأشهر" } },
  },
  run = function(community, params)
    local begin = params.as_of - months(params.months)
    local period = between(begin + days(1), params.as_of)
    local period_before = between(begin - months(params.months) + days(1), begin)

    local organizations = community.organizations:where("active", true)
    local held = community.sessions:where("status", "held")
    local practices = community.practices:where("status", "published")
    local items = community.action_items:where("status", except "cancelled")
    local pending = items:where("status", except "done")
    local reports = community.progress_reports

    local doc = document {
      subtitle = tr { en = "As of ", fr = "Au ", ar = "حتى " } .. params.as_of:format "d MMMM yyyy",
    }
    doc:metric({ en = "Organizations", fr = "Organisations", ar = "الجهات" }, organizations:count())
    doc:metric(
      { en = "Focal points", fr = "Points focaux", ar = "جهات التنسيق" },
      organizations:focal_points():count())
    doc:metric(
      { en = "Sessions held in the period", fr = "Séances tenues sur la période", ar = "الجلسات المنعقدة خلال الفترة" },
      held:where("starts_at", period):count(), { comparison = held:where("starts_at", period_before):count() })
    doc:metric(
      { en = "Progress reports in the period", fr = "Rapports d’étape sur la période", ar = "التقارير المرحلية خلال الفترة" },
      reports:where("at", period):count(), { comparison = reports:where("at", period_before):count() })
    doc:metric({ en = "Published practices", fr = "Pratiques publiées", ar = "الممارسات المنشورة" }, practices:count())
    doc:metric({ en = "Pending action items", fr = "Actions en cours", ar = "بنود العمل القائمة" }, pending:count())
    doc:metric(
      { en = "Overdue", fr = "En retard", ar = "متأخرة" },
      pending:where("due", before(params.as_of)):count(), { target = 0 })

    local quarters = {}
    for back = 7, 0, -1 do
      local one = quarter(params.as_of) + -back
      quarters[#quarters + 1] = {
        label = tr { en = "Q", fr = "T", ar = "الربع " } .. one.number .. " " .. one.year,
        value = held:where("starts_at", one):count(),
      }
    end
    doc:chart {
      kind = "bar", rows = quarters,
      title = { en = "Sessions held by quarter", fr = "Séances tenues par trimestre", ar = "الجلسات المنعقدة حسب ربع السنة" },
    }
    doc:chart {
      kind = "bar", rows = organizations:group "kind":count(),
      title = { en = "Organizations by kind", fr = "Organisations par type", ar = "الجهات حسب النوع" },
    }
    if items:count() > 0 then
      doc:chart {
        kind = "stacked_bar", rows = items:group("kind", "status"):count(),
        title = { en = "Action items by kind and status", fr = "Actions par type et par statut",
                  ar = "بنود العمل حسب النوع والحالة" },
      }
    end
    if practices:count() > 0 then
      doc:chart {
        kind = "donut", rows = practices:group "kind":count(),
        title = { en = "Published practices by kind", fr = "Pratiques publiées par type", ar = "الممارسات المنشورة حسب النوع" },
      }
    end

    local coming = community.sessions
      :where("status", { "proposed", "scheduled" })
      :where("starts_at", after(params.as_of - days(1)))
    doc:heading { en = "Next sessions", fr = "Prochaines séances", ar = "الجلسات المقبلة" }
    if coming:count() > 0 then
      doc:table { rows = coming:sort("starts_at"):limit(5), columns = { "starts_at", "title", "kind", "status" } }
    else
      doc:text { en = "No session is planned.", fr = "Aucune séance n’est prévue.", ar = "لا توجد جلسات مقررة." }
    end
    local latest = reports:where("at", period)
    if latest:count() > 0 then
      doc:heading { en = "Latest progress reports", fr = "Derniers rapports d’étape", ar = "آخر التقارير المرحلية" }
      doc:table {
        rows = latest:sort("-at"):limit(5),
        columns = { "action_item.title", "status", "progress", "achievement" },
      }
    end
    if community.viewer then
      doc:note {
        en = "Counted is what you may see; others may see more.",
        fr = "Seul est compté ce à quoi vous avez accès ; d’autres peuvent en voir davantage.",
        ar = "لا يُحتسب إلا ما يحق لكم الاطلاع عليه، وقد يطلع غيركم على أكثر من ذلك.",
      }
    end
    return doc
  end,
}
