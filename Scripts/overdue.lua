--- Overdue action items, by responsible organization.
return report {
  title = { en = "Overdue action items", fr = "Actions en retard", ar = "بنود العمل المتأخرة" },
  description = {
    en = "The action items that are past their due date and neither done nor cancelled, the longest overdue first.",
    fr = "Les actions dont l’échéance est passée et qui ne sont ni terminées ni annulées, les plus en retard d’abord.",
    ar = "بنود العمل التي انقضى موعد استحقاقها ولم تُنجز ولم تُلغَ، بدءا بأكثرها تأخرا.",
  },
  params = {
    as_of = { type = "date", default = "today", title = { en = "As of", fr = "Au", ar = "حتى تاريخ" } },
    owner = {
      type = "organization", optional = true,
      title = { en = "Responsible", fr = "Responsable", ar = "الجهة المسؤولة" },
    },
  },
  run = function(community, params)
    local overdue = community.action_items
      :where("status", except { "done", "cancelled" })
      :where("due", before(params.as_of))
      :where("owners", params.owner)                   -- `any` when the user left it out
      :sort("due", "-priority")

    local doc = document {
      subtitle = tr { en = "As of ", fr = "Au ", ar = "حتى " } .. params.as_of:format "d MMMM yyyy",
    }
    doc:metric({ en = "Overdue", fr = "En retard", ar = "متأخرة" }, overdue:count(), { target = 0 })
    if overdue:count() == 0 then
      return doc:text {
        en = "No action item that you may see is overdue.",
        fr = "Aucune des actions auxquelles vous avez accès n’est en retard.",
        ar = "لا توجد بنود عمل متأخرة ضمن ما يحق لكم الاطلاع عليه.",
      }
    end
    doc:chart {
      kind = "bar",
      title = { en = "By organization", fr = "Par organisation", ar = "حسب الجهة" },
      rows = overdue:group "owners":count(),
    }
    doc:table {
      rows = overdue,
      columns = {
        "title",
        "owners.name",
        "due",
        {
          function(item) return params.as_of - item.due end,
          title = { en = "Days late", fr = "Jours de retard", ar = "أيام التأخير" },
          type = "integer",
        },
      },
    }
    return doc
  end,
}
