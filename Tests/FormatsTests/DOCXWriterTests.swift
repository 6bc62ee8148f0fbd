import Community
import Documents
import Foundation
import FoundationXML
import Testing

@testable import Formats

struct DOCXWriterTests {
    @Test func `a report has its headings, tables and pictures as Word has them`() throws {
        let document = try ReadDocument(wordBytes(wholeReport()))
        #expect(document.texts("Title") == ["Overdue action items"])
        #expect(document.texts("Subtitle") == ["As of 30 June 2024"])
        #expect(document.texts("Heading1") == ["Items"])
        #expect(document.texts("TableCaption") == ["By organization", "By due date"])
        #expect(document.texts("FirstParagraph").contains("Items whose due date has passed."))
        #expect(
            document.texts("Note") == [
                "Note: Items with several owners count once.", "Note: Closed sessions are left out.",
            ])
        #expect(document.pictures == 1)
        #expect(document.body.all("docPr").first?["descr"] == "By organization. Bar chart. 3 rows")
        #expect(
            document.tables == [
                [
                    ["Metric", "Value", "compared with", "target"], ["Overdue", "2", "", ""],
                    ["Done", "62.5%", "50%", "80%"],
                ],
                [
                    ["Title", "Responsible", "Due", "Days late", "Starts", "Active"],
                    ["Late", "Jordan, IOM", "1 May 2024", "60", "25 September 2023 14:00 UTC+03:00", "yes"],
                    ["Later", "", "", "1234", "25 September 2023 11:00:05 UTC", "no"],
                    ["Total", "", "", "1294", "", ""],
                ],
            ])
    }

    @Test func `title, subtitle and language are properties of the document`() throws {
        let document = try ReadDocument(wordBytes(wholeReport()))
        #expect(document.property("title") == "Overdue action items")
        #expect(document.property("subject") == "As of 30 June 2024")
        #expect(document.property("language") == "en")
    }

    @Test func `the header of a table stands on every page, and quantities at the end of their column`()
        throws
    {
        let document = try ReadDocument(wordBytes(wholeReport()))
        for table in document.body.all("tbl") {
            #expect(
                table.all("tr").map { $0.all("tblHeader").count } == [1]
                    + table.all("tr").dropFirst().map { _ in 0 })
        }
        let cells = document.body.all("tbl")[1].all("tr")[1].all("tc")
        #expect(cells.map { $0.all("jc").first?.value } == [nil, nil, nil, "right", nil, nil])
    }

    private static let arabic: [Part] = [
        .begin(DocumentHeader(title: "بنود العمل", subtitle: "حتى اليوم", language: "ar")),
        .metric(Metric(title: "متأخرة", value: .integer(2))), .heading(level: 1, text: "الجهات"),
        .heading(level: 2, text: "UNICEF (MENA)"), .text("نص عن UNICEF"), .text("Text (in English)"),
        .note("ملاحظة"),
        .beginTable(TableHeader(columns: [column("الاسم", .text), column("العدد", .integer)])),
        .rows([[.text("الأردن"), .integer(5)], [.text("UNICEF (MENA)"), .integer(-3)]]),
        .endTable(TableFooter(totals: [.text("المجموع"), .integer(2)])), .end,
    ]

    @Test func `a document in Arabic is from right to left in all of its parts`() throws {
        let document = try ReadDocument(wordBytes(Self.arabic))
        for table in document.body.all("tbl") { #expect(table.all("bidiVisual").count == 1) }
        #expect(document.body.all("tbl").count == 2)
        #expect(document.body.all("sectPr").last?.all("bidi").count == 1)
        let others = document.body.all("p").filter { $0.all("bidi").isEmpty }
        #expect(others.map(\.shownText) == ["Text (in English)"])
        #expect(document.property("language") == "ar")
    }

    @Test func `a run is from right to left when its letters are`() throws {
        let document = try ReadDocument(wordBytes(Self.arabic))
        for run in document.body.all("r") where !run.shownText.allSatisfy(\.isWhitespace) {
            let isArabic = run.shownText.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
            // A paragraph of text from right to left is one for all of its words.
            guard
                !document.texts("FirstParagraph").contains(where: {
                    $0.contains("نص") && $0.contains(run.shownText)
                })
            else { continue }
            #expect(run.all("rtl").isEmpty == !isArabic, "\(run.shownText)")
        }
        let plain = try ReadDocument(wordBytes(wholeReport()))
        #expect(
            plain.body.all("bidi").isEmpty && plain.body.all("bidiVisual").isEmpty
                && plain.body.all("rtl").isEmpty)
    }

    @Test(arguments: [
        "```{=openxml}\n<w:p/>\n```", "`<w:br/>`{=openxml}",
        "<pre data-markup=\"1\" data-from=\"0\" data-bytes=\"9\">x</pre>",
        "<iframe src=\"/etc/hostname\"></iframe>", "<img src=\"/etc/hostname\">", "![x](/etc/hostname)",
        "</body></html>",
    ])
    func `a text commands nothing`(text: String) throws {
        let document = try wordDocument([
            .text(text), .heading(level: 1, text: text), .note(text),
            .metric(Metric(title: text, value: .text(text))),
        ])
        #expect(document.pictures == 0)
        #expect(
            document.texts("Heading1").map { $0.filter { !$0.isWhitespace } } == [
                text.filter { !$0.isWhitespace }
            ])
        #expect(document.texts("Note") == ["Note: " + text])
        #expect(document.tables[0][1][1] == text)
    }

    @Test func `what XML cannot hold is shown instead`() throws {
        let document = try wordDocument(
            table([column("A", .text)], [[.text("a\u{1B}[31m\u{0}\u{FFFE}\u{202E}<&>\"]]>\nb")]]))
        #expect(document.tables[0][1] == ["a␛[31m␀\u{FFFD}<&>\"]]>\nb"])
    }

    @Test(arguments: Chart.Kind.allCases)
    func `every kind of chart is a picture, and has its numbers where they are not in it`(kind: Chart.Kind)
        throws
    {
        let rows = (1...4).map { number in
            Chart.Row(label: .day(day("2024-0\(number)-01")), numbers: [Double(number)])
        }
        let document = try wordDocument([.chart(try Chart(kind: kind, title: "T", rows: rows))])
        #expect(document.pictures == 1)
        #expect(document.tables.count == ([.bar, .donut].contains(kind) ? 0 : 1))
    }

    @Test func `a chart without numbers is a sentence`() throws {
        let rows = [Chart.Row(label: .text("a"), numbers: [nil])]
        let document = try wordDocument([.chart(try Chart(kind: .bar, rows: rows))])
        #expect(document.pictures == 0)
        #expect(document.texts("Remark").contains("There are no numbers to draw."))
    }

    @Test func `the same document gives the same bytes`() throws {
        #expect(try wordBytes(wholeReport()) == wordBytes(wholeReport()))
    }

    @Test func `what is too large is refused`() throws {
        let wide = (1...64).map { column("\($0)", .text) }
        let error = #expect(throws: FormatError.self) { try wordDocument(table(wide, [])) }
        #expect(
            error?.description
                == "the document has a table of 64 columns and docx takes 63; filter or group it, "
                + "or write it as xlsx or csv")
        let long = Array(repeating: [Cell.integer(1)], count: 20_001)
        #expect(throws: FormatError.tooLarge(what: "more than 20000 rows", limit: 20_000, format: .docx)) {
            try wordDocument(table([column("A", .integer)], long))
        }
    }

    @Test func `words fit their columns, as long as there is room`() {
        var widths = WordColumnWidths(count: 3)
        for (column, text) in ["Number", "Organization", String(repeating: "long text ", count: 50)]
            .enumerated()
        {
            widths.measure(text, column: column)
        }
        let points = widths.points
        #expect(points.reduce(0, +) <= 9638 && points[0] < points[1] && points[1] < points[2])
        // Twentieths of a point: six letters of 11 points.
        #expect(points[0] > 6 * 110 && !widths.isDense)
        var many = WordColumnWidths(count: 20)
        for column in 0..<20 { many.measure("international", column: column) }
        #expect(many.isDense && many.points.allSatisfy { $0 == many.points[0] })
    }

    @Test func `nothing is left in the folder for temporary files`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "docx-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let options = FormatOptions(temporaryFolder: folder.path)
        _ = try wordBytes(wholeReport(), options: options)
        _ = try wordBytes(wholeReport().dropLast(3), options: options)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(arguments: Chart.Kind.allCases)
    func `a picture of a chart has its colours in itself`(kind: Chart.Kind) throws {
        let rows = (1...3).map { Chart.Row(label: .day(day("2024-0\($0)-01")), numbers: [Double($0)]) }
        let frame = ChartFrame(isRightToLeft: false, text: CellText(Words.of("en")), id: "c")
        let drawing = try #require(frame.svg(try Chart(kind: kind, rows: rows)))
        let picture = chartPicture(drawing, width: 640)
        #expect(!picture.contains("var(") && picture.contains("width=\"640\"") && picture.contains("#1b5e9b"))
        _ = try XMLDocument(xmlString: picture)
    }
}
