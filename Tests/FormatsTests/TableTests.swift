import Community
import Documents
import Testing

@testable import Formats

/// Groups, totals, highlights, links and small lines, in every format.
struct TableTests {
    private static let parts: [Part] = [
        .beginTable(
            TableHeader(
                columns: [
                    column("Title", .text), column("Late", .integer), column("Source", .link),
                    column("Trend", .sparkline),
                ], grouping: "Status")),
        .group(.choice(name: "open", title: "Open")),
        .rows([
            TableRow(
                [
                    .text("Train"), .integer(60), .text("https://a.example/x?y=1&z=2"),
                    .list([.integer(1), .empty, .number(2.5), .integer(4)]),
                ], highlight: .danger, cellHighlights: [1: .warning]),
            [.text("Write"), .integer(5), .text("javascript:alert(1)"), .list([])],
        ]),
        .subtotal([.text("Subtotal"), .integer(65), .empty, .empty]),
        .group(.empty),
        .rows([[.text("Plan"), .empty, .text("plain"), .list([.text("no number")])]]),
        .subtotal([.text("Subtotal"), .integer(0), .empty, .empty]),
        .endTable(TableFooter(totals: [.text("Total"), .integer(65), .empty, .empty])),
    ]

    @Test(arguments: [
        (
            Format.terminal,
            """
            Title     Late  Source                       Trend
            ────────  ────  ───────────────────────────  ─────────

            Open
            ‼ Train   ! 60  https://a.example/x?y=1&z=2  ▁ ▅█
            Write        5  javascript:alert(1)
            ────────  ────  ───────────────────────────  ─────────
            Subtotal    65

            –
            Plan            plain                        no number
            ────────  ────  ───────────────────────────  ─────────
            Subtotal     0
            ────────  ────  ───────────────────────────  ─────────
            Total       65
            3 rows

            """
        ),
        (
            .markdown,
            """
            | Title | Late | Source | Trend |
            | --- | --: | --- | --- |
            | **Open** |  |  |  |
            | **‼** Train | **!** 60 | [https://a.example/x?y=1\\&z=2](<https://a.example/x?y=1&z=2>) | ▁ ▅█ |
            | Write | 5 | javascript:alert(1) |  |
            | **Subtotal** | **65** |  |  |
            | **–** |  |  |  |
            | Plan |  | plain | no number |
            | **Subtotal** | **0** |  |  |
            | **Total** | **65** |  |  |

            3 rows

            """
        ),
        (
            .csv,
            """
            Status,Title,Late,Source,Trend\r
            Open,Train,60,https://a.example/x?y=1&z=2,"1; ; 2.5; 4"\r
            Open,Write,5,javascript:alert(1),\r
            Open,Subtotal,65,,\r
            ,Plan,,plain,no number\r
            ,Subtotal,0,,\r
            ,Total,65,,\r

            """
        ),
    ])
    func `a table has its groups, totals and highlights`(format: Format, expected: String) throws {
        #expect(try rendered(format, Self.parts) == expected)
    }

    @Test func `JSON has all of it`() throws {
        let result = try rendered(.json, Self.parts)
        #expect(result.contains("\"grouping\":\"Status\""))
        #expect(
            result.contains(
                """
                ],"rows":[
                {"group":"open"},
                {"cells":["Train",60,"https://a.example/x?y=1&z=2",[1,null,2.5,4]],"highlight":"danger","highlights":[null,"warning",null,null]},
                ["Write",5,"javascript:alert(1)",[]],
                {"subtotal":["Subtotal",65,null,null]},
                {"group":null},
                """))
    }

    @Test(arguments: ["en", "ar"])
    func `a page tells highlights by colour and by sign`(language: String) throws {
        let found = try elements(of: rendered(.html, language: language, Self.parts))
        #expect(
            found.filter { $0.name == "tr" }.compactMap { $0.attributes["class"] } == [
                "group", "danger", "subtotal", "group", "subtotal",
            ])
        #expect(found.filter { $0.name == "th" && $0.attributes["scope"] == "rowgroup" }.count == 2)
        #expect(found.contains { $0.name == "td" && $0.attributes["class"] == "end warning" })
        let signs = found.filter { $0.attributes["class"] == "sign" }
        #expect(signs.map(\.text) == ["‼", "!"])
        #expect(signs.first?.attributes["aria-label"] == (language == "ar" ? "عاجل" : "Urgent"))
        let links = found.filter { $0.name == "a" }
        #expect(links.map { $0.attributes["href"] } == ["https://a.example/x?y=1&z=2"])
        let lines = found.filter { $0.attributes["class"] == "sparkline" }
        #expect(
            lines.map { $0.attributes["aria-label"] } == [language == "ar" ? "1، ، 2.5، 4" : "1, , 2.5, 4"])
    }

    @Test func `colours are for terminals that show them`() throws {
        var bytes: [UInt8] = []
        var writer = Format.terminal.writer(FormatOptions(width: 80, hasColors: true)) { bytes += $0 }
        for part in [.begin(DocumentHeader(language: "en"))] + Self.parts + [.end] { try writer.write(part) }
        let result = String(decoding: bytes, as: UTF8.self)
        #expect(result.contains("\u{1B}[1;31m‼ Train\u{1B}[0m   \u{1B}[33m! 60\u{1B}[0m"))
        let plain = result.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(try plain == rendered(.terminal, width: 80, Self.parts))
    }

    @Test func `a workbook keeps values what they are`() throws {
        let sheet = try workbook(Self.parts).sheet("Table")
        #expect(sheet["A1"] == .text("Status"))
        #expect(sheet["A2"] == .text("Open"))
        #expect(sheet["B2"] == .text("Train"))
        #expect(sheet["C2"] == .number(60, "\"! \"0"))
        #expect(sheet["E2"] == .text("▁ ▅█"))
        #expect(sheet["B4"] == .text("Subtotal"))
        #expect(sheet["C7"] == .number(65, "0"))
        #expect(sheet.root.all("hyperlink").count == 1)
    }

    @Test(arguments: [
        ("https://a.example", true), ("HTTP://a.example", true), ("mailto:a@b.example", true),
        ("javascript:alert(1)", false), ("https://", false), ("https://a b", false), (" https://a", false),
        ("data:text/html,x", false), ("//a.example", false), ("https://a\u{0}", false),
        ("file:///etc/passwd", false),
    ])
    func `only pages and mailboxes are addresses`(text: String, isSafe: Bool) {
        #expect(isSafeAddress(text) == isSafe)
    }

    @Test func `totals of the wrong width are refused`() throws {
        #expect(throws: PartOrderError.wrongWidth(cells: 1, columns: 2)) {
            var order = PartOrder()
            for part in [
                .begin(DocumentHeader(language: "en")),
                .beginTable(TableHeader(columns: [column("A"), column("B")])), .subtotal([.empty]),
            ] as [Part] { try order.check(part) }
        }
        #expect(throws: PartOrderError.outsideTable) {
            var order = PartOrder()
            try order.check(.begin(DocumentHeader(language: "en")))
            try order.check(.group(.empty))
        }
    }
}
