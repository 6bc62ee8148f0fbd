import Community
import Documents
import Testing

@testable import Formats

/// Workbooks as Excel, LibreOffice and openpyxl write them.
struct XLSXReaderTests {
    @Test func `a workbook of openpyxl`() throws {
        let source = try ReadSource(fixture("openpyxl.xlsx"))
        #expect(source.details.sheet == "Members")
        #expect(source.details.sheets == ["Cover", "Members", "Lists"])
        #expect(source.details.isRightToLeft)
        #expect(source.header.titles == ["Name", "Age", "Share", "Joined", "Seen", "At", "Active", "Note"])
        #expect(source.header.rows == 2...2)
        #expect(source.rows.map(\.number) == [3, 4, 5, 6])
        let time = ClockTime(milliseconds: 50_700_000)
        #expect(
            source.rows[0].cells == [
                SourceCell("ليلى"), SourceCell("41", .integer(41)), SourceCell("0.3", .number(0.3)),
                SourceCell("2024-02-29", .day(day("2024-02-29"))),
                SourceCell("2024-06-30 14:05:00", .localTime(day("2024-06-30"), time)),
                SourceCell("09:30:00", .time(ClockTime(milliseconds: 34_200_000))),
                SourceCell("TRUE", .boolean(true)), SourceCell("", .uncalculated),
            ])
        #expect(source.rows[1][0].text == "Ziad")
        #expect(source.rows[1][2] == SourceCell("-1.5e+300", .number(-1.5e300)))
        #expect(source.rows[1][7].text == "two\nlines")
        #expect(source.rows[2...].map { $0[0].text } == ["Group", "Group"])
        #expect(
            source.warnings == [
                "the sheet 'Members' is read; there are also 'Cover', 'Lists' (hidden)",
                "row 1 ('Contact list 2024') stands above the header and is left out",
                "row 3 has a formula whose result is not saved in the file; open and save it in a spreadsheet "
                    + "program",
            ])
    }

    @Test func `a workplan with a header of merged cells in two rows`() throws {
        let source = try ReadSource(fixture("workplan.xlsx"))
        let plan = "Timeframe and Plan of Action"
        #expect(source.header.rows == 3...4)
        #expect(
            source.header.titles == [
                "#", "Activity", "Responsible Agencies", "Progress/Remarks", "\(plan) Q1", "\(plan) Q1",
                "\(plan) Q2",
                "\(plan) Q2", "\(plan) Q3", "\(plan) Q3", "\(plan) Q4", "\(plan) Q4",
            ])
        #expect(
            source.header.columns.map(\.headedFrom) == [nil, nil, nil, nil, 4, 4, 6, 6, 8, 8, 10, 10])
        #expect(source.header.columns[5].parts == [plan, "Q1"])
        #expect(
            source.rows[0].cells.map(\.text) == [
                "1", "Mapping of good practices", "IDC/UNICEF", "Report drafted", "", "", "x",
            ])
        // A mark in merged cells stands for all of their quarters.
        #expect((4..<12).map { source.rows[1][$0].text } == ["", "", "x", "x", "x", "x", "", ""])
        #expect(
            source.warnings == [
                "row 1 ('Quarterly Workplan Template for Regional Workstreams - 2024') stands above the header and is left out"
            ])
    }

    @Test(arguments: ["xlsxwriter.xlsx", "xlsxwriter_1904.xlsx"])
    func `a workbook as Excel writes it, in both epochs`(name: String) throws {
        let source = try ReadSource(fixture(name))
        #expect(source.details.epoch == (name.contains("1904") ? .year1904 : .year1900))
        #expect(source.header.titles == ["Titre", "Début", "Quand", "Total", "Durée", "Lien", "Erreur"])
        #expect(
            source.rows[0].cells == [
                SourceCell("un deux trois"), SourceCell("2024-03-01", .day(day("2024-03-01"))),
                SourceCell(
                    "2024-03-01 08:15:30", .localTime(day("2024-03-01"), ClockTime(milliseconds: 29_730_000))),
                SourceCell("3", .integer(3)), SourceCell("1.5", .number(1.5)), SourceCell("site"),
                SourceCell("#N/A", .error("#N/A")),
            ])
        #expect(source.rows[1][0].text == "_x0041_ a\tb")
        #expect(source.warnings == ["row 2 has a cell in which a formula failed"])
    }

    @Test func `a workbook of LibreOffice`() throws {
        let source = try ReadSource(fixture("libreoffice.xlsx"))
        #expect(source.header.titles == ["Name", "Born", "Score", "Done"])
        #expect(
            source.rows.map(\.cells) == [
                [
                    SourceCell("زياد"), SourceCell("2024-06-30", .day(day("2024-06-30"))),
                    SourceCell("1.25", .number(1.25)), SourceCell("TRUE", .boolean(true)),
                ],
                [
                    SourceCell("Éric"), SourceCell("1999-12-31", .day(day("1999-12-31"))),
                    SourceCell("1000", .integer(1000)), SourceCell("FALSE", .boolean(false)),
                ],
            ])
    }

    @Test func `what Halqa exports is read again`() throws {
        let bytes = try workbookBytes(
            [.begin(DocumentHeader(language: "ar"))]
                + table([column("العنوان"), column("Due", .date)], [[.text("x"), .day(day("2024-06-30"))]])
                + [.end])
        let source = try ReadSource(bytes)
        #expect(source.details.isRightToLeft)
        #expect(source.header.titles == ["العنوان", "Due"])
        #expect(
            source.rows.map(\.cells) == [
                [SourceCell("x"), SourceCell("2024-06-30", .day(day("2024-06-30")))]
            ])
    }

    @Test(
        arguments: [
            ("Lists", "Lists", ""), ("lists", "Lists", ""), ("3", "Lists", ""),
            ("List", "", "the workbook has no sheet 'List'; did you mean 'Lists'?"),
            ("9", "", "the workbook has no sheet '9'; it has 'Cover', 'Members', 'Lists'"),
            ("Cover", "", "there are no rows with anything in them"),
        ] as [(String, String, String)])
    func `a sheet is named by its name or its number`(named: String, sheet: String, sentence: String) {
        var read: String?
        let said = refusal {
            read = try ReadSource(fixture("openpyxl.xlsx"), .xlsx, ReadingOptions(sheet: named)).details.sheet
        }
        #expect(read ?? "" == sheet)
        #expect(said == sentence)
    }

    @Test(
        arguments: [
            ("libreoffice.ods", "a spreadsheet of LibreOffice (.ods)"),
            ("libreoffice.xls", "a workbook of Excel 2003 or older (.xls)"),
        ])
    func `a file that only has the name of a workbook is called what it is`(name: String, what: String) {
        let said = refusal { _ = try ReadSource(fixture(name), .xlsx) }
        #expect(said == "the file is \(what); save what it has as a workbook (.xlsx) or as CSV in UTF-8")
    }
}
