import Community
import Documents
import Testing

@testable import Formats

/// What nobody should write, and somebody will: every format takes it, and none of it gets out of hand.
struct BadInputTests {
    /// The document's bytes, which a workbook has no other way to give.
    private func bytes(_ format: Format, _ parts: [Part], width: Int? = nil, language: String = "en") throws
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        var writer = format.writer(FormatOptions(width: width, byteOrderMark: false)) { bytes += $0 }
        for part in [.begin(DocumentHeader(language: language))] + parts + [.end] { try writer.write(part) }
        return bytes
    }

    private static func chart(_ kind: Chart.Kind, _ numbers: [Double?]) throws -> Chart {
        try Chart(
            kind: kind,
            rows: numbers.enumerated().map { Chart.Row(label: .text("row \($0)"), numbers: [$1]) })
    }

    private static let hostile = [
        "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m", "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "=HYPERLINK(\"http://a.example\")", "abc\u{202E}fdp.exe", "\u{2067}a\u{2066}b", "a\0b\r\nc\td",
        String(repeating: "Donaudampfschifffahrt", count: 400), "👩‍👩‍👧 الحُرِّيَّة 東京", "| a | b |\n---\n",
        "]]>&amp;\"'`", "\u{FFFE}\u{FFFF}\u{10FFFF}",
    ]

    @Test(arguments: Format.allCases)
    func `hostile text is no more than text, wherever it stands`(format: Format) throws {
        for text in Self.hostile {
            let cell = Cell.text(text)
            let highlighted = TableRow(
                [cell, .list([cell]), .record(id: text, label: text), .choice(name: text, title: text)],
                highlight: .warning)
            let parts: [Part] = [
                .heading(level: 1, text: text), .text(text), .note(text),
                .metric(Metric(title: text, value: cell)),
                .chart(
                    try Chart(
                        kind: .bar, title: text, series: [text, "b"],
                        rows: [Chart.Row(label: cell, numbers: [1, 2])])),
                .timeline(
                    try Timeline(
                        title: text, grouping: text, groups: [cell],
                        rows: [Timeline.Row(label: cell, span: .at(.day(.first)), group: 0)])),
                .beginTable(
                    TableHeader(
                        title: text,
                        columns: [
                            column(text, .link), column(text, .sparkline), column(text, .record),
                            column(text, .text),
                        ], grouping: text)),
                .group(cell), .rows([highlighted]), .subtotal([cell, cell, cell, cell]),
                .endTable(TableFooter(notes: [text], totals: [cell, cell, cell, cell])),
            ]
            for width in [nil, 20, 80] {
                let bytes = try bytes(format, parts, width: width)
                guard format.nameOfFile == nil, format != .json, format != .csv else { continue }
                let result = String(decoding: bytes, as: UTF8.self)
                #expect(
                    !result.unicodeScalars.contains {
                        $0.properties.generalCategory == .control && $0 != "\n"
                            || (0x202A...0x202E).contains($0.value)
                    }, "\(text.prefix(20))")
                if format == .html {
                    let found = try elements(of: result)
                    #expect(!found.contains { ["script", "img"].contains($0.name) })
                    #expect(!found.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
                }
            }
        }
    }

    @Test(arguments: Format.allCases, Chart.Kind.allCases)
    func `a chart of nothing, of one value and of a thousand is written`(format: Format, kind: Chart.Kind)
        throws
    {
        for numbers in [[], [nil], [0], [5], (0..<1000).map { Double($0) }] as [[Double?]] {
            #expect(try !bytes(format, [.chart(Self.chart(kind, numbers))], width: 80).isEmpty)
        }
    }

    @Test func `of a thousand bars the largest are shown, and how many are not`() throws {
        let chart = try Self.chart(.bar, (0..<1000).map { Double($0) })
        let lines = try rendered(.terminal, width: 80, [.chart(chart)]).split(separator: "\n")
        #expect(lines.count == 41)
        #expect(lines.first?.hasPrefix("row 960  ") == true)
        #expect(lines.last == "and 960 more")
        let page = try elements(of: rendered(.html, [.chart(chart)]))
        #expect(page.contains { $0.name == "text" && $0.text.contains("row 999") })
        #expect(!page.contains { $0.name == "text" && $0.text.contains("row 1\u{2069}") })
    }

    @Test func `the parts of a whole are not negative`() {
        #expect(throws: ChartError.negative(row: 2, -1)) { try Self.chart(.donut, [1, -1]) }
    }

    @Test(arguments: Format.allCases, [nil, 20, 80, 200])
    func `a table without rows, and one of five hundred columns, are written`(format: Format, width: Int?)
        throws
    {
        #expect(try !bytes(format, table([column("A")], []), width: width).isEmpty)
        let columns = (0..<500).map { column("Column \($0)", .any) }
        let row = (0..<500).map { Cell.integer(Int64($0)) }
        guard format != .docx else {
            // Word has no tables that wide.
            #expect(throws: FormatError.self) { try bytes(format, table(columns, [row, row]), width: width) }
            return
        }
        let written = try bytes(format, table(columns, [row, row], totals: row), width: width)
        #expect(written.count > 4000)
        if format != .xlsx {
            let result = String(decoding: written, as: UTF8.self)
            #expect(result.contains("Column 499") && result.contains("499"))
        }
    }

    @Test(arguments: [(Format.terminal, 80), (.markdown, nil), (.html, nil)] as [(Format, Int?)])
    func `what turns text around stays within its cell`(format: Format, width: Int?) throws {
        let result = try rendered(
            format, width: width,
            table([column("A", .text), column("B", .text)], [[.text("\u{202E}abc"), .text("x")]]))
        #expect(!result.unicodeScalars.contains { $0.value == 0x202E })
        #expect(result.contains("abc"))
    }
}
