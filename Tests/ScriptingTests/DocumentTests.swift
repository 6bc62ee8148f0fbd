import Community
import Documents
import Testing

@testable import Scripting

@Suite(.community) struct DocumentTests {
    private func document(_ parameters: [String: String] = [:], language: String = "en") throws -> Script {
        try Script(try LuaFile("documents.lua").source, language: language, parameters)
    }

    @Test func `words come in the language of the run`() throws {
        let closed = Provenance(confidentiality: .closed)
        #expect(
            try document().parts.first
                == .begin(
                    DocumentHeader(
                        title: "Everything", subtitle: "All there is", language: "en", provenance: closed)))
        #expect(
            try document(language: "fr").parts.first
                == .begin(
                    DocumentHeader(
                        title: "Tout", subtitle: "All there is", language: "fr", provenance: closed)))
        #expect(
            try document().parts[1...4] == [
                .heading(level: 1, text: "Numbers"), .text("Some *text*."), .note("A remark."),
                .heading(level: 2, text: "Second level"),
            ])
    }

    @Test func `a metric is held against others`() throws {
        #expect(
            try document(["size": "1"]).metrics == [
                Metric(
                    title: "Size", value: .integer(1), type: .percent, comparison: .integer(1),
                    target: .integer(3))
            ])
    }

    @Test func `groups by two fields make a chart with a series for each value of the second`() throws {
        let chart = try #require(try document().charts.first)
        #expect(chart.kind == .stackedBar && chart.title == "Owners by status")
        #expect(chart.series == ["Open", "In progress", "Blocked", "Done"])
        #expect(
            chart.rows == [
                Chart.Row(label: .record(id: "iom", label: "IOM"), numbers: [nil, nil, 1, nil]),
                Chart.Row(label: .record(id: "jor", label: "Jordan"), numbers: [1, 1, nil, nil]),
                Chart.Row(label: .record(id: "lbn", label: "Lebanon"), numbers: [nil, nil, 1, 1]),
                Chart.Row(label: .record(id: "unhcr", label: "UNHCR"), numbers: [1, nil, nil, nil]),
                Chart.Row(label: .empty, numbers: [1, nil, nil, nil]),
            ])
    }

    @Test func `a chart of a list has a row for each of its rows, also with the same label`() throws {
        let chart = try #require(try document().charts.last)
        #expect(chart.series == ["done", "open"])
        #expect(
            chart.rows == [
                Chart.Row(label: .text("Q1"), numbers: [1, 2]),
                Chart.Row(label: .text("Q1"), numbers: [3, nil]),
            ])
    }

    @Test func `a table has the columns that were asked for`() throws {
        let script = try document()
        #expect(
            script.columns.prefix(5) == [
                Column(name: "title", title: "Title", type: .text),
                Column(name: "owners.name", title: "Responsible", type: .list),
                Column(name: "status", title: "Status", type: .text, alignment: .center),
                Column(name: "", title: "Owners", type: .list), Column(name: "", title: "Both", type: .any),
            ])
        let jordan = Cell.record(id: "jor", label: "Jordan")
        let open = Cell.choice(name: "open", title: "Open")
        #expect(
            script.rows.prefix(2) == [
                [
                    .text("Train border guards"), .list([.text("Jordan"), .text("UNHCR")]), open,
                    .list([jordan, .record(id: "unhcr", label: "UNHCR")]),
                    .list([
                        .record(id: "fp-jor", label: "Focal point, Jordan"),
                        .day(try #require(Day("2024-05-01"))),
                    ]),
                ],
                [
                    .text("Write a manual"), .list([.text("Jordan")]),
                    .choice(name: "in_progress", title: "In progress"), .list([jordan]),
                    .list([
                        .record(id: "alt-jor", label: "Alternate, Jordan"),
                        .day(try #require(Day("2024-06-15"))),
                    ]),
                ],
            ])
    }

    @Test func `groups and lists have columns of their own`() throws {
        let script = try document()
        #expect(script.columns[5...6].map(\.title) == ["Status", "Average"])
        #expect(
            script.rows[2...5] == [
                [.choice(name: "blocked", title: "Blocked"), .empty],
                [.choice(name: "done", title: "Done"), .number(100)],
                [.choice(name: "in_progress", title: "In progress"), .number(60)],
                [.choice(name: "open", title: "Open"), .number(30)],
            ])
        #expect(script.columns[7...9].map(\.name) == ["1", "2", "name"])
        #expect(
            script.rows[6...7] == [
                [.integer(1), .empty, .text("a")], [.integer(2), .integer(3), .empty],
            ])
        #expect(
            script.rows[8...].map { $0 } == [
                [.text("Focal point, Jordan")], [.text("Former focal point, Jordan")],
                [.text("Focal point, Lebanon")],
            ])
    }

    @Test(arguments: [
        ("en", "Open", "Friday", "Saturday"), ("fr", "À faire", "vendredi", "samedi"),
        ("ar", "مفتوح", "الجمعة", "السبت"),
    ])
    func `choices are shown in the language of the run, and read by their names`(
        language: String, open: String, friday: String, saturday: String
    ) throws {
        let item = try Script(
            """
            return function(community)
                return document():table {
                    rows = community.action_items:where("status", "open"):limit(1),
                    columns = { "status", { function(item) return item.status end } },
                }
            end
            """, language: language)
        #expect(item.rows == [[.choice(name: "open", title: open), .text("open")]])
        let weekends = try Script(
            """
            return function(community)
                return document():table { rows = community.organizations:limit(1), columns = { "weekend", "members.role" } }
            end
            """, language: language)
        let expected = Cell.list([
            .choice(name: "friday", title: friday), .choice(name: "saturday", title: saturday),
        ])
        #expect(weekends.rows.map(\.first) == [expected])
        let groups = try Script(
            """
            return function(community)
                return document():chart { rows = community.action_items:group("status"):count() }
            end
            """, language: language)
        #expect(groups.charts.first?.rows.last?.label == .choice(name: "open", title: open))
        let days = try Script(
            "return function(community) return community.organizations:group(\"weekend\"):count() end",
            language: language)
        #expect(days.rows.first == [.choice(name: "friday", title: friday), .integer(1)])
    }
}
