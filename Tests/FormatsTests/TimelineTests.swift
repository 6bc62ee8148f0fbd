import Community
import Documents
import Formats
import Testing

struct TimelineTests {
    private static func row(
        _ label: String, _ starts: String?, _ ends: String?, group: Int? = nil, progress: Double? = nil
    ) -> Timeline.Row {
        Timeline.Row(
            label: .text(label),
            span: Timeline.Span(starts: starts.map { .day(day($0)) }, ends: ends.map { .day(day($0)) }),
            group: group, progress: progress)
    }

    private static func workplan() throws -> Timeline {
        try Timeline(
            title: "Workplan", grouping: "Status",
            groups: [.choice(name: "open", title: "Open"), .choice(name: "done", title: "Done")],
            rows: [
                row("Train border guards", "2024-01-01", "2024-06-30", group: 0, progress: 50),
                row("Publish the manual", nil, "2024-09-30", group: 1, progress: 100),
                row("Help desk", "2024-07-01", nil),
                row("Evaluate", nil, nil, group: 0),
            ])
    }

    @Test(
        arguments: [
            (row("a", "2024-05-02", "2024-05-01"), .endsBeforeItStarts(row: 1)),
            (row("a", nil, nil, progress: 101), .progress(row: 1, 101)),
            (row("a", nil, nil, group: 0), .noSuchGroup(row: 1)),
        ] as [(Timeline.Row, TimelineError)])
    func `rows that cannot be are refused`(row: Timeline.Row, error: TimelineError) {
        #expect(throws: error) { try Timeline(rows: [row]) }
    }

    @Test func `a day lasts to its end, and an instant not at all`() throws {
        let (day, noon) = (day("2024-05-01"), instant("2024-05-01T12:00:00Z"))
        #expect(Timeline.Span.between(.day(day), .day(day)).days == (19_844, 19_845))
        #expect(Timeline.Moment.instant(noon, zone: nil).end == 19_844.5)
        #expect(Timeline.Moment.instant(noon, zone: "Asia/Beirut").start == 19_844.625)
        // What ends within the day that it starts on does not end before.
        _ = try Timeline(
            rows: [Timeline.Row(label: .empty, span: .between(.instant(noon, zone: nil), .day(day)))])
    }

    @Test func `a terminal has bars below a calendar`() throws {
        #expect(
            try rendered(.terminal, width: 80, [.timeline(try Self.workplan())]) == """
                Workplan
                                     2024
                                     Q1              Q2             Q3
                Train border guards  ████████████████░░░░░░░░░░░░░░░┊                 Open, 50%
                Publish the manual   ┊               ┊              ┊              ◆  Done, 100%
                Help desk            ┊               ┊              ░░░░░░░░░░░░░░░▶
                Evaluate             no dates                                         Open

                """)
    }

    @Test func `a terminal without room for bars has a table`() throws {
        let result = try rendered(.terminal, width: 40, [.timeline(try Self.workplan())])
        #expect(result.contains("2024-01-01") && !result.contains("█"))
    }

    @Test(arguments: [
        (
            Format.csv,
            """
            Workplan,Starts,Ends,Status,Progress\r
            Train border guards,2024-01-01,2024-06-30,Open,50\r
            Publish the manual,,2024-09-30,Done,100\r
            Help desk,2024-07-01,,,\r
            Evaluate,,,Open,\r

            """
        ),
        (
            .markdown,
            """
            **Workplan**

            |  | Starts | Ends | Status | Progress |
            | --- | --- | --- | --- | --: |
            | Train border guards | 1 January 2024 | 30 June 2024 | Open | 50% |
            | Publish the manual |  | 30 September 2024 | Done | 100% |
            | Help desk | 1 July 2024 |  |  |  |
            | Evaluate |  |  | Open |  |

            """
        ),
        (
            .json,
            """
            {"title":null,"subtitle":null,"language":"en","provenance":null,"parts":[
            {"kind":"timeline","title":"Workplan","grouping":"Status","groups":["open","done"],"rows":[
            {"label":"Train border guards","starts":"2024-01-01","ends":"2024-06-30","group":"open","progress":50},
            {"label":"Publish the manual","starts":null,"ends":"2024-09-30","group":"done","progress":100},
            {"label":"Help desk","starts":"2024-07-01","ends":null,"group":null,"progress":null},
            {"label":"Evaluate","starts":null,"ends":null,"group":"open","progress":null}
            ]}
            ]}

            """
        ),
    ])
    func `formats that do not draw have its dates`(format: Format, expected: String) throws {
        #expect(try rendered(format, [.timeline(try Self.workplan())]) == expected)
    }

    @Test(arguments: ["en", "ar", "fr"])
    func `a page has a drawing with all of its bars, and the dates as a table`(language: String) throws {
        let found = try elements(of: rendered(.html, language: language, [.timeline(try Self.workplan())]))
        let bars = found.filter { $0.name == "rect" && $0.attributes["class"]?.hasPrefix("pale") == true }
        #expect(bars.count == 2)
        // Half of a half year is done.
        let done = found.filter {
            $0.name == "rect" && $0.attributes["class"] == "area" && $0.attributes["y"] != "-7"
        }
        #expect(done.map { $0.attributes["width"] } == ["33.212%"])
        #expect(done.map { $0.attributes["x"] } == [language == "ar" ? "66.788%" : "0%"])
        #expect(
            found.filter { $0.name == "path" && $0.attributes["class"]?.hasPrefix("point") == true }.count
                == 2)
        #expect(found.filter { $0.name == "th" && $0.attributes["scope"] == "row" }.count == 4)
        #expect(found.contains { $0.name == "title" && $0.text == "Workplan" })
    }

    @Test func `a long timeline goes on in further drawings, and says what it leaves out`() throws {
        let rows = (0..<300).map { Self.row("Item \($0)", "2024-01-01", "2024-03-01") }
        let found = try elements(of: rendered(.html, [.timeline(try Timeline(rows: rows))]))
        let drawings = found.filter { $0.name == "svg" && $0.attributes["role"] == "img" }
        #expect(drawings.count == 6)
        for drawing in drawings { #expect((Double(drawing.attributes["height"] ?? "") ?? .infinity) < 910) }
        let drawn = found.filter { $0.name == "rect" && $0.attributes["class"] == "area" }.count
        #expect((100..<150).contains(drawn))
        #expect(
            found.contains { $0.name == "text" && $0.text.contains("\(300 - drawn) more in the numbers") })
    }

    @Test(arguments: [
        ("2024-06-30", "2024-06-30", "30"), ("2024-06-01", "2024-06-30", "3"),
        ("2024-01-15", "2024-05-02", "Jan"),
        ("2024-01-15", "2025-03-02", "Q1"), ("2020-05-05", "2024-05-05", "2020"),
        ("0001-01-01", "9999-12-31", "1"),
    ])
    func `the calendar is as fine as there is room`(starts: String, ends: String, label: String) throws {
        let timeline = try Timeline(rows: [Self.row("a", starts, ends)])
        let found = try elements(of: rendered(.html, [.timeline(timeline)]))
        let labels = found.filter { $0.name == "text" }.map {
            $0.text.filter { !"\u{2068}\u{2069}".contains($0) }
        }
        #expect(labels.contains(label), "\(labels)")
        #expect(labels.count < 12)
    }

    @Test func `without any date there is a sentence in place of a drawing`() throws {
        for rows in [[], [Self.row("a", nil, nil)]] {
            let timeline = try Timeline(rows: rows)
            for format in Format.allCases where format != .xlsx {
                #expect(try !rendered(format, width: 80, [.timeline(timeline)]).isEmpty)
            }
            let found = try elements(of: rendered(.html, [.timeline(timeline)]))
            #expect(!found.contains { $0.name == "svg" })
        }
    }
}
