import Community
import Documents
import Testing

@testable import Formats

/// Files that hold one table and nothing else.
struct TableFormatTests {
    private static let heading = "Timeframe and Plan of Action"

    private static func quarter(_ number: Int) -> Column {
        Column(name: "", title: "Q\(number)", type: .text, heading: heading)
    }

    private static let plan: [Part] =
        [
            .begin(
                DocumentHeader(title: "A plan whose title is longer than the name of a sheet", language: "ar")
            )
        ]
        + [
            .beginTable(
                TableHeader(
                    columns: [
                        Column(name: "title", title: "Activity", type: .text),
                        Column(name: "progress", title: "Progress", type: .percent),
                    ] + [1, 1, 2, 2].map(quarter))),
            .rows([[.text("Mapping"), .integer(40), .text("x"), .empty, .empty, .text("x")]]),
            .endTable(TableFooter()), .provenance(Provenance(confidentiality: .closed)), .end,
        ]

    private func written(_ format: TableFormat, _ parts: [Part]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = format.writer { bytes += $0 }
        for part in parts { try writer.write(part) }
        return bytes
    }

    @Test func `a workbook has its header in merged cells, its rows and nothing else`() throws {
        let bytes = try written(.xlsx, Self.plan)
        let book = try ReadWorkbook(bytes)
        #expect(book.sheetNames.count == 1)
        let sheet = try book.sheet(1)
        #expect(sheet.root.all("sheetView").first?["rightToLeft"] == "1")
        #expect(
            Set(sheet.root.all("mergeCell").compactMap { $0["ref"] }) == [
                "A1:A2", "B1:B2", "C1:F1", "C2:D2", "E2:F2",
            ])
        #expect(sheet.cells.keys.sorted() == ["A1", "A3", "B1", "B3", "C1", "C2", "C3", "E2", "F3"])
        #expect(sheet["B3"] == .number(0.4, "0%"))
        #expect(sheet.root.all("autoFilter").first?["ref"] == "A2:F3")
    }

    @Test func `what a workbook's header says is read again as it was`() throws {
        let source = try ReadSource(written(.xlsx, Self.plan))
        #expect(source.header.rows == 1...2)
        #expect(
            source.header.titles
                == ["Activity", "Progress"] + ["Q1", "Q1", "Q2", "Q2"].map { "\(Self.heading) \($0)" })
        #expect(source.header.columns.map(\.headedFrom) == [nil, nil, 2, 2, 4, 4])
        #expect(source.rows.map(\.number) == [3])
        #expect(source.texts == [["Mapping", "0.4", "x", "", "", "x"]])
        #expect(source.warnings == [])
    }

    @Test func `tags are a row below the titles`() throws {
        let columns = [
            Column(name: "name", title: "Organization", type: .text, tag: "#org+name"),
            Column(name: "note", title: "Note", type: .text),
        ]
        let parts: [Part] =
            [.begin(DocumentHeader(language: "en"))]
            + table([], [[.text("Jordan"), .text("=1")]]).map {
                if case .beginTable = $0 { .beginTable(TableHeader(columns: columns)) } else { $0 }
            } + [.end]
        #expect(
            String(decoding: try written(.csv, parts), as: UTF8.self)
                == "\u{FEFF}Organization,Note\r\n#org+name,\r\nJordan,'=1\r\n")
        let sheet = try ReadWorkbook(try written(.xlsx, parts)).sheet(1)
        #expect(sheet["A2"] == .text("#org+name") && sheet["A3"] == .text("Jordan"))
        #expect(sheet["B2"] == nil && sheet["B3"] == .text("=1"))
    }

    @Test func `JSON is a list of objects by the columns' names`() throws {
        let columns = [
            Column(name: "due", title: "Due", type: .date), Column(name: "", title: "Q1", type: .any),
            Column(name: "", title: "Q1", type: .any), Column(name: "owner", title: "Owner", type: .record),
            Column(name: "list", title: "List", type: .list),
        ]
        let parts: [Part] =
            [.begin(DocumentHeader(language: "ar")), .beginTable(TableHeader(columns: columns))]
            + [
                .rows([
                    [
                        .day(day("2024-06-30")), .number(.nan), .boolean(true),
                        .record(id: "jor", label: "الأردن"),
                        .list([.choice(name: "open", title: "مفتوح"), .text("\"")]),
                    ]
                ]),
                .rows([[.empty, .number(1.5), .integer(-3), .empty, .list([])]]),
                .endTable(TableFooter()), .end,
            ]
        #expect(
            String(decoding: try written(.json, parts), as: UTF8.self) == """
                [
                {"due":"2024-06-30","Q1":"NaN","Q1 2":true,"owner":"jor","list":["open","\\""]},
                {"due":null,"Q1":1.5,"Q1 2":-3,"owner":null,"list":[]}
                ]

                """)
        #expect(try ReadSource(written(.json, parts)).rows.count == 2)
    }

    @Test(arguments: [(TableFormat.csv, "\u{FEFF}"), (.json, ""), (.text, "")])
    func `text is written as it is`(format: TableFormat, mark: String) throws {
        let parts: [Part] = [
            .begin(DocumentHeader(title: "Title", language: "en")), .text("# not a heading\n"),
            .text("*as it is*"),
            .end,
        ]
        #expect(
            String(decoding: try written(format, parts), as: UTF8.self)
                == mark + "# not a heading\n*as it is*")
    }

    @Test func `what does not fit is refused, where a report would say so in a note`() throws {
        let options = FormatOptions(hasOnlyTable: true)
        let begin = [Part.begin(DocumentHeader(language: "en"))]
        let long =
            begin + table([column("Remarks")], [[.text(String(repeating: "a", count: 40_000))]]) + [.end]
        #expect(
            refusal { _ = try workbookBytes(long, options: options) }
                == "the text in row 2, 'Remarks', is longer than the 32767 characters that a cell of a workbook holds; "
                + "shorten it, or write the table as csv or json")
        let limits = XLSXLimits(rows: 4)
        let fits = begin + table([column("A")], [[.integer(1)], [.integer(2)], [.integer(3)]]) + [.end]
        #expect(try ReadWorkbook(workbookBytes(fits, options: options, limits: limits)).sheet(1)["A4"] != nil)
        let more = begin + table([column("A")], (0..<4).map { [.integer($0)] }) + [.end]
        #expect(
            refusal { _ = try workbookBytes(more, options: options, limits: limits) }
                == "the document has more than 3 rows and xlsx takes 3; filter or group it, or write it as csv or json"
        )
    }
}
