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
    doc:metric("Practices", practices:count())
    doc:metric("Without an objective", practices:where("objectives", none):count())
    doc:metric("Objectives covered", #covered)
    doc:metric("Gaps", #gaps)
    doc:chart { kind = "bar", title = "By kind", rows = practices:group "kind":count() }
    doc:heading "Covered"
    doc:table {
      rows = covered,
      columns = {
        "number",
        "label",
        { function(objective) return shared[objective] end, title = "Shared", type = "integer" },
      },
    }
    doc:heading "Gaps"
    doc:table { rows = gaps, columns = { "number", "label", "title" } }
    return doc
  end,
}
