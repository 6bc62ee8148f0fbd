--- One chart of every kind, over the demo community.
-- Example: --language en
return report {
  title = { en = "Charts", fr = "Graphiques", ar = "المخططات" },
  run = function(community)
    local items = community.action_items
    local held = community.sessions:where("status", "held"):where("starts_at", except(none)):sort("starts_at")

    -- Invitations by session: numbers that follow each other.
    local points = {}
    for session in held:each() do
      local invited = session.attendance:count()
      local accepted = session.attendance:where("response", "accepted"):count()
      points[#points + 1] = { label = session.starts_at:format("yyyy-MM", session.time_zone), invited = invited, accepted = accepted }
    end

    local doc = document { subtitle = { en = "One of each kind", fr = "Un de chaque type", ar = "واحد من كل نوع" } }
    doc:chart { kind = "bar", title = "bar", rows = items:group "kind":count() }
    doc:chart { kind = "stacked_bar", title = "stacked_bar", rows = items:group("kind", "status"):count() }
    doc:chart { kind = "line", title = "line", rows = points, values = { "invited", "accepted" } }
    doc:chart { kind = "donut", title = "donut", rows = community.practices:group "kind":count() }
    doc:chart {
      kind = "timeline", title = "timeline", rows = items:where("due", except(none)):sort("starts", "due"),
      starts = "starts", ends = "due", group = "status", progress = "progress",
    }
    return doc
  end,
}
