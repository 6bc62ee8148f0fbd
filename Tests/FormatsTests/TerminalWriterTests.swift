import Community
import Documents
import Formats
import Testing

struct TerminalWriterTests {
    @Test func `a whole report in full width`() throws {
        #expect(
            try renderedReport(.terminal) == """
                Overdue action items
                ════════════════════
                As of 30 June 2024

                Overdue: 2
                Done: 62.5% (compared with 50%, target 80%)

                By organization
                Jordan  ████████████████████████████████████████ 4
                UNHCR   ███████████████ 1.5
                IOM

                Items
                ─────

                Items whose *due date* has passed.

                By due date
                Title  Responsible  Due         Days late  Starts                   Active
                ─────  ───────────  ──────────  ─────────  ───────────────────────  ──────
                Late   Jordan, IOM  2024-05-01         60  2023-09-25 14:00 +03:00  yes
                Later                                1234  2023-09-25 11:00:05 UTC  no
                ─────  ───────────  ──────────  ─────────  ───────────────────────  ──────
                Total                                1294
                2 rows
                Note: Items with several owners count once.

                Note: Closed sessions are left out.

                """)
    }

    @Test func `a value without a title stands alone`() throws {
        #expect(try rendered(.terminal, [.metric(Metric(title: "", value: .integer(31)))]) == "31\n")
    }

    @Test func `a narrow terminal wraps texts and titles, and leaves numbers whole`() throws {
        let parts = table(
            [column("Identifier", .text), column("Title of the item", .text), column("Days late", .integer)],
            [
                [
                    .text("a-1"),
                    .text("Train border guards in all states and at all of the crossings by next year"),
                    .integer(60),
                ],
                [.text("a-2"), .text("Antidisestablishmentarianism"), .integer(123_456_789)],
            ])
        #expect(
            try rendered(.terminal, width: 40, parts) == """
                Identifier  Title of the       Days late
                            item
                ──────────  ───────────────  ───────────
                a-1         Train border              60
                            guards in all
                            states and at…
                a-2         Antidisestablis  123,456,789
                            hmentarianism
                2 rows

                """)
    }

    @Test func `columns that do not fit stand below each other`() throws {
        let parts = table(
            [column("Identifier", .text), column("Due", .date), column("Title", .text)],
            [
                [.text("a-1"), .day(day("2024-05-01")), .text("Train the border guards of all states")],
                [.text("a-2"), .empty, .text("Talk")],
            ])
        #expect(
            try rendered(.terminal, width: 24, parts) == """
                Identifier  a-1
                Due         2024-05-01
                Title       Train the
                            border
                            guards of
                            all states

                Identifier  a-2
                Due
                Title       Talk

                2 rows

                """)
    }

    @Test(arguments: [
        ("en", "No rows.\n"), ("fr", "Aucune ligne.\n"), ("ar", "لا توجد صفوف.\n"), ("de", "No rows.\n"),
    ])
    func `an empty table says so in the language`(language: String, text: String) throws {
        #expect(try rendered(.terminal, language: language, table([column("A")], [])) == text)
    }

    @Test(arguments: [
        ("en", 1, "1 row"), ("en", 2, "2 rows"), ("fr", 1, "1 ligne"), ("fr", 2, "2 lignes"),
        ("ar", 1, "صف واحد"), ("ar", 2, "صفان"), ("ar", 3, "3 صفوف"), ("ar", 11, "11 صفًا"),
        ("ar", 100, "100 صف"), ("ar", 103, "103 صفوف"),
    ])
    func `rows are counted in the language`(language: String, count: Int, text: String) throws {
        let rows = Array(repeating: [Cell.text("a")], count: count)
        #expect(
            try rendered(.terminal, language: language, table([column("A")], rows)).hasSuffix("\n\(text)\n"))
    }

    @Test func `columns are as wide as texts look`() throws {
        // With the columns that each takes.
        let texts = [
            ("حُرِّيَّة", 4), ("東京", 4), ("👩‍👩‍👧 family", 9), ("e\u{301}te\u{301}", 3), ("🇯🇴", 2), ("١٢٣", 3),
        ]
        let lines = try rendered(
            .terminal,
            table(
                [column("Text", .text), column("", .text)],
                texts.map { [.text($0.0), .text("|")] })
        ).split(separator: "\n").map(String.init)
        let rows = texts.map { $0.0 + String(repeating: " ", count: 11 - $0.1) + "|" }
        #expect(lines == ["Text", "─────────  ─"] + rows + ["6 rows"])
    }

    @Test func `columns of unknown type keep to the end where all values are numbers`() throws {
        let rows: [[Cell]] = [[.integer(1), .integer(1)], [.number(22.5), .text("a")], [.empty, .empty]]
        #expect(
            try rendered(.terminal, table([column("Count"), column("Mixed")], rows)) == """
                Count  Mixed
                ─────  ─────
                    1  1
                 22.5  a

                3 rows

                """)
    }

    @Test(arguments: [
        ("\u{1B}]0;owned\u{7}\u{1B}[2J", "␛]0;owned␇␛[2J"),
        ("a\u{9B}31mb", "a\u{FFFD}31mb"),
        ("one\r\ntwo\tthree\u{2028}four", "one two three four"),
        ("abc\u{202E}fdp.exe\u{202C}", "abcfdp.exe"),
        ("\u{2066}a\u{2069}\0", "a␀"),
        ("a\u{200F}b", "a\u{200F}b"),
    ])
    func `nothing in a text commands the terminal, wherever it stands`(text: String, shown: String) throws {
        let cell = Cell.text(text)
        let chart = try Chart(
            kind: .line, title: text, series: [text, "b"], rows: [Chart.Row(label: cell, numbers: [1, 2])])
        let parts: [Part] =
            [
                .heading(level: 1, text: text), .note(text), .chart(chart),
                .metric(Metric(title: text, value: .list([cell, .record(id: text, label: "")]))),
                .metric(
                    Metric(
                        title: text,
                        value: .list([.choice(name: "", title: text), .choice(name: text, title: "")]))),
            ] + table([column(text)], [[cell]], totals: [cell], notes: [text])
        let result = try rendered(.terminal, parts)
        let commands = result.unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
                || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        }
        #expect(commands.isEmpty)
        #expect(result.contains("\(shown): \(shown), \(shown)\n"))
    }

    @Test func `text from right to left is isolated on a terminal and bare in a file`() throws {
        let parts =
            table([column("A", .text), column("B", .text)], [[.text("الأردن"), .text("x")]])
            + [.metric(Metric(title: "بنود", value: .integer(2)))]
        #expect(
            try rendered(.terminal, parts)
                == "A       B\n──────  ─\nالأردن  x\n1 row\n\nبنود: 2\n")
        #expect(
            try rendered(.terminal, width: 80, parts)
                == "A       B\n──────  ─\n\u{2068}الأردن\u{2069}  x\n1 row\n\n\u{2068}بنود\u{2069}: 2\n")
    }

    @Test func `several series, or negative numbers, make a table`() throws {
        let rows = [
            Chart.Row(label: .text("Q1"), numbers: [1, -2.5]),
            Chart.Row(label: .text("Q2"), numbers: [3, nil]),
        ]
        let chart = try Chart(kind: .stackedBar, title: "Trend", series: ["Done", "Open"], rows: rows)
        #expect(
            try rendered(.terminal, [.chart(chart)])
                == "Trend\n    Done  Open\n──  ────  ────\nQ1     1  -2.5\nQ2     3\n")
    }

    @Test func `a donut shows shares`() throws {
        let rows = [
            Chart.Row(label: .text("Done"), numbers: [3]), Chart.Row(label: .text("Open"), numbers: [1]),
        ]
        let chart = try Chart(kind: .donut, rows: rows)
        #expect(
            try rendered(.terminal, width: 24, [.chart(chart)])
                == "Done  ██████████ 3 (75%)\nOpen  ███▍ 1 (25%)\n")
    }

    @Test func `later rows keep to the widths of the first two hundred`() throws {
        var rows = Array(repeating: [Cell.text("abcdefgh"), .integer(1)], count: 200)
        rows.append([.text("abcdefgh ijklmnop"), .integer(12_345_678_901)])
        let columns = [column("Text", .text), column("N", .integer)]
        let onTerminal = try rendered(.terminal, width: 80, table(columns, rows))
        #expect(onTerminal.hasSuffix("abcdefgh  1\nabcdefgh  12,345,678,901\nijklmnop\n201 rows\n"))
        let inFile = try rendered(.terminal, table(columns, rows))
        #expect(inFile.hasSuffix("abcdefgh  1\nabcdefgh ijklmnop  12,345,678,901\n201 rows\n"))
    }

    @Test func `no line is wider than the terminal where there is text to wrap`() throws {
        let text = "Strengthen the capacities of border officials in 東京 and الحدود البرية والبحرية"
        let parts: [Part] =
            [.heading(level: 1, text: text), .text(text), .note(text)]
            + table(
                [column("Title", .text), column("Remarks", .text), column("Due", .date)],
                [[.text(text), .text(text + text), .day(day("2024-05-01"))]], notes: [text])
        for width in [20, 33, 60, 100] {
            let lines = try rendered(.terminal, width: width, parts).split(separator: "\n")
            #expect(lines.count > 8)
            for line in lines {
                // Isolates, like all format characters, take no room.
                let wide = line.unicodeScalars.filter { "東京".unicodeScalars.contains($0) }.count
                let none = line.unicodeScalars.filter { $0.properties.generalCategory == .format }.count
                #expect(line.unicodeScalars.count + wide - none <= width, "\(width): \(line)")
            }
        }
    }
}
