import Community
import Documents
import Testing

@testable import Scripting

@Suite(.community) struct TimelineTests {
    private let trained = Timeline.Row(
        label: .text("Train border guards"),
        span: .between(.day(Self.date("2024-01-01")), .day(Self.date("2024-05-01"))),
        group: 0, progress: 20)
    private let manual = Timeline.Row(
        label: .text("Write a manual"), span: .at(.day(Self.date("2024-06-15"))), group: 1, progress: 60)

    private static func date(_ text: String) -> Day { Day(text) ?? .first }

    private func timeline(_ rows: String, _ options: String = "") throws -> Script {
        try Script(
            Script.body(
                """
                return document():chart {
                    kind = "timeline", title = "Work", rows = \(rows), starts = "starts", ends = "due" \(options)
                }
                """))
    }

    @Test(arguments: [
        #"community.action_items:where("owners", "jor"):sort("due")"#,
        #"community.action_items:where("owners", "jor"):sort("due"):list()"#,
    ])
    func `records have what their fields hold`(rows: String) throws {
        let script = try timeline(rows, #", group = "status", progress = "progress""#)
        let groups = [
            Cell.choice(name: "open", title: "Open"), .choice(name: "in_progress", title: "In progress"),
        ]
        #expect(
            script.timelines == [
                try Timeline(title: "Work", grouping: "Status", groups: groups, rows: [trained, manual])
            ])
    }

    @Test func `tables have what goes by the names`() throws {
        let script = try timeline(
            #"{ { label = "Train", starts = date "2024-01-01", due = date "2024-05-01" }, { label = "Write" } }"#,
            #", group = function(row) return row.due and "dated" end"#)
        #expect(
            script.timelines.first?.rows == [
                Timeline.Row(label: .text("Train"), span: trained.span, group: 0),
                Timeline.Row(label: .text("Write"), span: nil),
            ])
    }

    @Test func `what ends before it starts shows its end, and a note says so`() throws {
        let script = try timeline(
            #"{ { label = "Odd", starts = date "2024-05-01", due = date "2024-01-01" } }"#)
        #expect(script.timelines.first?.rows.first?.span == .at(.day(Self.date("2024-01-01"))))
        #expect(script.parts.contains(.note("Ends before it starts, so that only the end is shown: Odd")))
    }

    @Test func `a thousand rows are the most`() throws {
        let rows =
            "(function() local rows = {} for i = 1, 1001 do rows[i] = { label = i, due = today } end return rows end)()"
        let failure = try Script.failure(
            Script.body("return document():chart { kind = 'timeline', rows = \(rows), ends = 'due' }"))
        #expect(failure?.description.contains("the timeline has more than 1000 rows") == true)
    }
}
