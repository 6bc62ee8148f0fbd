--- What has been shared on each objective of the Global Compact for Migration, and on which ones nothing yet.
return report {
  title  = { en = "Practices and gaps by objective", fr = "Pratiques et lacunes par objectif",
             ar = "الممارسات والثغرات حسب الهدف" },
  params = {
    kind = { type = "text", optional = true, title = { en = "Kind", fr = "Type", ar = "النوع" } },
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
    doc:chart {
      kind = "bar",
      title = { en = "By kind", fr = "Par type", ar = "حسب النوع" },
      rows = practices:group "kind":count(),
    }
    doc:heading { en = "Covered", fr = "Couverts", ar = "المشمولة" }
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
    doc:heading { en = "Gaps", fr = "Lacunes", ar = "الثغرات" }
    doc:table { rows = gaps, columns = { "number", "label", "title" } }
    return doc
  end,
}
