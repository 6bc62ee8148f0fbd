--- What has been shared on each objective of the Global Compact for Migration, and on which ones nothing yet.
return report {
  title = { en = "Practices and gaps by objective", fr = "Pratiques et lacunes par objectif",
            ar = "الممارسات والثغرات حسب الهدف" },
  description = {
    en = "On which of the 23 objectives of the Global Compact for Migration practices have been shared, and on which none.",
    fr = "Sur lesquels des 23 objectifs du Pacte mondial pour les migrations des pratiques ont été partagées, et sur "
      .. "lesquels aucune.",
    ar = "أهداف الاتفاق العالمي للهجرة الثلاثة والعشرون: ما جرى تبادل ممارسات بشأنه منها، وما لم تُعرض بشأنه أي ممارسة.",
  },
  params = {
    kind = { choices = { "practice", "challenge", "lesson", "achievement" }, optional = true,
             title = { en = "Kind", fr = "Type", ar = "النوع" } },
  },
  run = function(community, params)
    local practices = community.practices
      :where("status", "published")
      :where("kind", params.kind)

    -- One pass over the practices; objectives are keys, because a record equals itself.
    local shared = {}
    for practice in practices:each() do
      for objective in practice.objectives:each() do
        shared[objective] = (shared[objective] or 0) + 1
      end
    end
    local covered, gaps = {}, {}
    for objective in community.objectives:sort("number"):each() do
      local list = shared[objective] and covered or gaps
      list[#list + 1] = objective
    end

    local doc = document()
    doc:metric({ en = "Practices", fr = "Pratiques", ar = "الممارسات" }, practices:count())
    doc:metric(
      { en = "Without an objective", fr = "Sans objectif", ar = "دون هدف" },
      practices:where("objectives", none):count())
    doc:metric({ en = "Objectives covered", fr = "Objectifs couverts", ar = "الأهداف المشمولة" }, #covered)
    doc:metric({ en = "Gaps", fr = "Lacunes", ar = "الثغرات" }, #gaps)
    if practices:count() > 0 then
      doc:chart {
        kind = "bar",
        title = { en = "By kind", fr = "Par type", ar = "حسب النوع" },
        rows = practices:group "kind":count(),
      }
    end
    doc:heading { en = "Covered", fr = "Couverts", ar = "المشمولة" }
    if #covered > 0 then
      doc:table {
        rows = covered,
        columns = {
          "number",
          "label",
          {
            function(objective) return shared[objective] end,
            title = { en = "Shared", fr = "Partagées", ar = "عدد الممارسات" },
            type = "integer",
          },
        },
      }
    else
      doc:text {
        en = "No practice that you may see serves an objective.",
        fr = "Aucune pratique à laquelle vous ayez accès ne sert un objectif.",
        ar = "لا توجد ضمن ما يحق لكم الاطلاع عليه ممارسة تخدم هدفا من الأهداف.",
      }
    end
    doc:heading { en = "Gaps", fr = "Lacunes", ar = "الثغرات" }
    if #gaps > 0 then
      doc:table { rows = gaps, columns = { "number", "label", "title" } }
    else
      doc:text { en = "Every objective is covered.", fr = "Tous les objectifs sont couverts.", ar = "جميع الأهداف مشمولة." }
    end
    if community.viewer then
      doc:note {
        en = "Counted is what you may see; others may see more.",
        fr = "Seul est compté ce à quoi vous avez accès ; d’autres peuvent en voir davantage.",
        ar = "لا يُحتسب إلا ما يحق لكم الاطلاع عليه، وقد يطلع غيركم على أكثر من ذلك.",
      }
    end
    return doc
  end,
}
