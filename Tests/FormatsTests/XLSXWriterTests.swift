import Community
import Documents
import Foundation
import FoundationXML
import Testing

@testable import Formats

struct XLSXWriterTests {
    @Test(
        arguments: [
            (.text("plain"), .text, .text("plain")),
            (.text("الحُرِّيَّة"), .text, .text("الحُرِّيَّة")),
            (.text("=1+1"), .text, .text("=1+1")),
            (.text("{=1}"), .any, .text("{=1}")),
            (.text("https://example.org"), .text, .text("https://example.org")),
            (.text("0791234567"), .text, .text("0791234567")),
            (.text("<b>&amp;\"'"), .text, .text("<b>&amp;\"'")),
            (.text(" two\nlines "), .text, .text(" two\nlines ")),
            (.text("\0\u{1B}[31m\u{202E}abc\u{FFFE}\u{FFFF}"), .text, .text("␀␛[31mabc\u{FFFD}\u{FFFD}")),
            (.text("_x0041_ _x12_ _y"), .text, .text("_x0041_ _x12_ _y")),
            (.text("👩‍👩‍👧"), .text, .text("👩‍👩‍👧")),
            (.text(""), .text, nil),
            (.empty, .text, nil),
            (.integer(60), .integer, .number(60, "0")),
            (.integer(-999_999_999_999_999), .integer, .number(-999_999_999_999_999, "0")),
            (.integer(1_000_000_000_000_000), .integer, .text("1000000000000000")),
            (.integer(.min), .any, .text("-9223372036854775808")),
            (.number(0.1), .number, .number(0.1, "General")),
            (.number(-0.0), .number, .number(0, "General")),
            (.number(1e300), .number, .number(1e300, "General")),
            (.number(.greatestFiniteMagnitude), .number, .text("1.7976931348623157e+308")),
            (.number(.leastNonzeroMagnitude), .number, .text("5e-324")),
            (.number(.nan), .number, .text("NaN")),
            (.number(-.infinity), .percent, .text("-Infinity%")),
            (.integer(25), .percent, .number(0.25, "0%")),
            (.number(62.5), .percent, .number(0.625, "0.0##%")),
            (.boolean(true), .boolean, .boolean(true)),
            (.boolean(false), .any, .boolean(false)),
            (.day(day("2024-06-30")), .date, .number(45_473, "yyyy-mm-dd")),
            (.day(day("1900-03-01")), .date, .number(61, "yyyy-mm-dd")),
            (.day(day("1900-02-28")), .date, .text("1900-02-28")),
            (.day(day("9999-12-31")), .date, .number(2_958_465, "yyyy-mm-dd")),
            (.list([.record(id: "jor", label: "Jordan"), .integer(2)]), .list, .text("Jordan, 2")),
            (.list([]), .list, nil),
            (.record(id: "jor", label: ""), .record, .text("jor")),
            (.choice(name: "open", title: "À faire"), .text, .text("À faire")),
            (.choice(name: "open", title: ""), .text, .text("open")),
        ] as [(Cell, ColumnType, ReadCell?)])
    func `a value keeps its type`(cell: Cell, type: ColumnType, expected: ReadCell?) throws {
        let sheet = try workbook(table([column("A", type), column("B")], [[cell, .integer(1)]])).sheet(1)
        #expect(sheet["A2"] == expected)
        #expect(sheet["B2"] == .number(1, "0"))
        #expect(sheet.root.all("f").isEmpty)
        #expect(sheet.root.all("hyperlink").isEmpty)
    }

    @Test(
        arguments: [
            ("2023-09-25T11:00:00Z", "Asia/Beirut", 14 * 60 * 60_000, "yyyy-mm-dd hh:mm \"+03:00\""),
            ("2023-09-25T11:00:05Z", nil, 11 * 60 * 60_000 + 5000, "yyyy-mm-dd hh:mm:ss \"UTC\""),
            ("2023-09-25T11:00:00Z", "America/St_Johns", 510 * 60_000, "yyyy-mm-dd hh:mm \"-02:30\""),
            ("2023-09-25T11:00:00.250Z", "UTC", 39_600_250, "yyyy-mm-dd hh:mm:ss.000 \"+00:00\""),
            ("2023-09-25T11:00:00Z", "Nowhere/City", 660 * 60_000, "yyyy-mm-dd hh:mm \"UTC\""),
        ] as [(String, String?, Int, String)])
    func `an instant is a local date-time that shows its distance to UTC`(
        text: String, zone: String?, milliseconds: Int, format: String
    ) throws {
        let rows = [[Cell.instant(instant(text), zone: zone)]]
        let cell = try workbook(table([column("A", .instant)], rows)).sheet(1)["A2"]
        guard case .number(let serial, format)? = cell else {
            Issue.record("\(String(describing: cell))")
            return
        }
        // 2023-09-25 is the day 45194.
        #expect(abs((serial - 45_194) * 86_400_000 - Double(milliseconds)) < 0.01)
    }

    @Test func `an instant without a serial number is a text`() throws {
        let rows = [[Cell.instant(instant("1850-01-01T00:00:00Z"), zone: "Asia/Beirut")]]
        let sheet = try workbook(table([column("A", .instant)], rows)).sheet(1)
        #expect(sheet["A2"] == .text("1850-01-01T02:22:00+02:22"))
    }

    @Test func `a whole report: an overview, the values of its chart, its table`() throws {
        let report = try ReadWorkbook(workbookBytes(wholeReport()))
        #expect(report.sheetNames == ["Overview", "By organization", "By due date"])
        #expect(
            try report.sheet("Overview").texts == [
                "Overdue action items", "As of 30 June 2024", "Metric", "Value", "compared with", "target",
                "Overdue", "Done", "By organization: 3 rows", "Items",
                "Items whose due date has passed.", "By due date: 2 rows",
                "Note: Closed sessions are left out.",
            ])
        let metrics = try report.sheet("Overview").cells.values.filter { $0 == .number(0.625, "0.0##%") }
        #expect(metrics.count == 1)
        let items = try report.sheet("By due date")
        #expect(items["A2"] == .text("Late"))
        #expect(items["B2"] == .text("Jordan, IOM"))
        #expect(items["D3"] == .number(1234, "0"))
        #expect(items["A4"] == .text("Total"))
        #expect(items["D4"] == .number(1294, "0"))
        #expect(items["A6"] == .text("Items with several owners count once."))
    }

    @Test func `the header stays in view and filters the rows, not the totals or notes`() throws {
        let parts = table(
            [column("A"), column("B")], [[.text("a"), .integer(1)], [.text("b"), .integer(2)]],
            totals: [.text("Total"), .integer(3)], notes: ["A note."])
        let root = try workbook(parts).sheet(1).root
        #expect(root.all("pane").first?["topLeftCell"] == "A2")
        #expect(root.all("pane").first?["state"] == "frozen")
        #expect(root.all("autoFilter").first?["ref"] == "A1:B3")
    }

    @Test func `the links of the overview lead to the sheets`() throws {
        let parts =
            [.beginTable(TableHeader(title: "L'été: 1/2", columns: [column("A")])), .rows([[.integer(1)]])]
            + [Part.endTable(TableFooter())]
        let report = try workbook(parts, title: "Title")
        #expect(report.sheetNames == ["Overview", "L’été- 1-2"])
        let link = try report.sheet("Overview").root.all("hyperlink").first
        #expect(link?["location"] == "'L’été- 1-2'!A1")
        #expect(try report.sheet("Overview").texts == ["Title", "L'été: 1/2: 1 row"])
    }

    @Test(
        arguments: [
            (nil, nil, nil, ["Table"]),
            ("Members", nil, nil, ["Members"]),
            (nil, nil, "Members", ["Members"]),
            ("Report", nil, "Members", ["Overview", "Members"]),
            ("Members", "As of today", nil, ["Overview", "Table"]),
            ("Who? When?", nil, nil, ["Overview", "Table"]),
            (nil, nil, "Who?", ["Overview", "Who-"]),
        ] as [(String?, String?, String?, [String])])
    func `there is an overview when there is more to say than the name of one sheet`(
        title: String?, subtitle: String?, tableTitle: String?, sheets: [String]
    ) throws {
        let parts: [Part] = [
            .beginTable(TableHeader(title: tableTitle, columns: [column("A")])), .endTable(TableFooter()),
        ]
        #expect(try workbook(parts, title: title, subtitle: subtitle).sheetNames == sheets)
    }

    @Test func `sheets of what has no title are named for the heading above`() throws {
        let untitled = table([column("A")], [])
        let chart = try Chart(kind: .bar, rows: [Chart.Row(label: .text("a"), numbers: [1])])
        let parts = untitled + [.heading(level: 2, text: "States")] + untitled + [.chart(chart)]
        #expect(try workbook(parts).sheetNames == ["Table", "Overview", "States", "States (2)"])
    }

    @Test func `a document without parts is a workbook all the same`() throws {
        #expect(try workbook([]).sheetNames == ["Overview"])
    }

    @Test(arguments: [("ar", "نظرة عامة", true), ("en", "Overview", false), ("fr", "Aperçu", false)])
    func `sheets begin at the side where their language begins`(
        language: String, overview: String, isRightToLeft: Bool
    ) throws {
        let report = try workbook(
            table([column("A")], []), title: "a", subtitle: "b", language: language)
        #expect(report.sheetNames[0] == overview)
        for number in 1...2 {
            let view = try report.sheet(number).root.all("sheetView").first
            #expect((view?["rightToLeft"] == "1") == isRightToLeft)
        }
    }

    @Test func `a table longer than a sheet continues on the next, and both say so`() throws {
        let rows = (1...5).map { [Cell.integer(Int64($0))] }
        let report = try workbook(
            table([column("A", .integer)], rows, totals: [.integer(15)], notes: ["A note."]),
            title: "Numbers",
            limits: XLSXLimits(rows: 5))
        #expect(report.sheetNames == ["Numbers", "Numbers (2)", "Numbers (3)", "Numbers (4)"])
        let (first, third, last) = (try report.sheet(1), try report.sheet(3), try report.sheet(4))
        #expect(first["A1"] == .text("A"))
        #expect(first["A3"] == .number(2, "0"))
        #expect(first["A5"] == .text("This table continues on the sheet “Numbers (2)”."))
        #expect(third["A1"] == .text("A"))
        #expect(third["A2"] == .number(5, "0"))
        #expect(third["A4"] == .text("This table continues on the sheet “Numbers (4)”."))
        #expect(last["A2"] == .number(15, "0"))
        #expect(last["A4"] == .text("A note."))
        #expect(last["A5"] == .text("This table begins on the sheet “Numbers”."))
        #expect(last.root.all("autoFilter").first?["ref"] == "A1")
    }

    @Test func `a text longer than a cell holds is cut, and a note counts such texts`() throws {
        let long = String(repeating: "é", count: 40)
        let fitting = String(repeating: "😀", count: 10)
        let rows: [[Cell]] = [[.text(long)], [.text(fitting)], [.text(long)]]
        let sheet = try workbook(table([column("A")], rows), limits: XLSXLimits(characters: 20)).sheet(1)
        #expect(sheet["A2"] == .text(String(repeating: "é", count: 16) + " […]"))
        #expect(sheet["A3"] == .text(fitting))
        #expect(
            try workbook(table([column("A")], [[.text(String(repeating: "x", count: 40_000))]])).sheet(1)[
                "A4"]
                == .text("Texts that end in […] were cut, because a cell holds 32767 characters: 1"))
    }

    @Test func `a table with too many columns is refused`() throws {
        let columns = (0...16_384).map { column("C\($0)") }
        let error = #expect(throws: FormatError.self) { try workbook(table(columns, [])) }
        #expect(
            error?.description
                == "a sheet of a workbook holds 16384 columns and the table has 16385; "
                + "leave some out, or write it as CSV")
        let last = try workbook(table(columns.dropLast(), [])).sheet(1)
        #expect(last["XFD1"] == .text("C16383"))
    }

    @Test func `columns are as wide as their numbers, or else these are shown as signs`() throws {
        let rows = Array(repeating: [Cell.integer(1)], count: 2000) + [[.integer(123_456_789_012_345)]]
        let sheet = try workbook(table([column("A", .integer)], rows)).sheet(1)
        #expect(Double(sheet.root.all("col").first?["width"] ?? "") ?? 0 > 15)
    }

    @Test func `the same document gives the same bytes`() throws {
        #expect(try workbookBytes(wholeReport()) == workbookBytes(wholeReport()))
    }

    @Test func `any document makes a workbook that can be read`() throws {
        var random = RandomParts(seed: 7)
        var tables = 0
        for _ in 0..<60 {
            var order = PartOrder()
            var parts: [Part] = []
            for _ in 0..<60 {
                let part = try random.part()
                if part == .end || (try? order.check(part)) == nil { continue }
                parts.append(part)
            }
            if (try? order.check(.end)) == nil {
                guard let end = parts.lastIndex(where: { if case .beginTable = $0 { true } else { false } })
                else { continue }
                parts.removeSubrange(end...)
            }
            guard case .begin? = parts.first else { continue }
            let report = try ReadWorkbook(workbookBytes(parts + [.end]))
            let places = try (1...report.sheetNames.count).map { try report.sheet($0).root.all("c").count }
            #expect(Set(report.sheetNames.map { $0.lowercased() }).count == places.count)
            tables += places.count
        }
        #expect(tables > 60)
    }
}
