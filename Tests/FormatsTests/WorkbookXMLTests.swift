import Community
import Documents
import Testing

@testable import Formats

/// Workbooks that no ordinary writer makes: rare, broken, or made to do harm.
struct WorkbookXMLTests {
    private static let header =
        #"<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c><c r="B1" t="inlineStr"><is><t>B</t></is></c></row>"#

    @Test(
        arguments: [
            ("<row><c><v>1</v></c><c><v>2</v></c></row>", ["1", "2"]),
            (#"<row r="7"><c r="B7"><v>2</v></c></row>"#, ["", "2"]),
            (#"<x:row r="2"><x:c r="A2" t="str"><x:v>a</x:v></x:c></x:row>"#, ["a"]),
            (#"<row><c t="s"><v>1</v></c></row>"#, ["漢字x"]),
            (#"<row><c t="s"><v>0</v></c><c t="str"><f>""</f><v></v></c></row>"#, ["one\r\ntwo"]),
            (#"<row><c t="d"><v>2024-06-30</v></c><c t="b"><v>0</v></c></row>"#, ["2024-06-30", "FALSE"]),
            (#"<row><c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c></row>"#, ["a b"]),
            (
                "<row><c><v>12345678901234567890</v></c><c><v>0.30000000000000004</v></c></row>",
                ["1.23456789012346e+19", "0.3"]
            ),
        ] as [(String, [String])])
    func `rare ways of writing cells`(row: String, texts: [String]) throws {
        let shared = """
            <si><t>one_x000D_
            two</t></si><si><r><t>漢字</t></r><rPh sb="0" eb="2"><t>かんじ</t></rPh><r><t>x</t></r></si>
            """
        let parts = WorkbookParts(
            rows: Self.header + row.replacing("x:row", with: "x:row xmlns:x=\"y\"", maxReplacements: 1),
            shared: shared)
        let source = try ReadSource(parts.bytes())
        #expect(source.texts == [texts])
        #expect(source.rows[0].faults.isEmpty)
    }

    @Test(
        arguments: [
            ("General", CellStyles.Kind.number), ("0.00", .number), ("@", .number),
            ("#,##0\\ \"days\"", .number),
            ("[Red]0;[Blue]-0", .number), ("yyyy-mm-dd", .date(showsTime: false)),
            ("mmm-yy", .date(showsTime: false)),
            ("[$-40C]d mmmm yyyy;@", .date(showsTime: false)), ("dd/mm/yyyy hh:mm", .date(showsTime: true)),
            ("hh:mm:ss", .time), ("mm:ss.0", .time), ("[h]:mm", .number), ("h:mm AM/PM", .time),
            ("0.00E+00", .number), ("\"d\"0", .number), ("[$-2010401]d/m/yyyy", .date(showsTime: false)),
            ("_-* #,##0 €_-", .number), ("", .number),
        ] as [(String, CellStyles.Kind)])
    func `a number's format says whether it is a date`(code: String, kind: CellStyles.Kind) {
        #expect(CellStyles.kind(ofCode: code) == kind)
    }

    @Test(
        arguments: [
            (1, "1900-01-01", "1904-01-02"), (59, "1900-02-28", "1904-02-29"),
            (60, "1900-02-29", "1904-03-01"),
            (61, "1900-03-01", "1904-03-02"), (45_473, "2024-06-30", "2028-07-01"),
            (2_958_465, "9999-12-31", "2958465"), (0, "0", "1904-01-01"), (-1, "-1", "-1"),
        ])
    func `days are counted in both epochs, with the leap day of 1900 that never was`(
        serial: Int, in1900: String, in1904: String
    ) throws {
        for (workbook, text) in [("", in1900), (#"<workbookPr date1904="1"/>"#, in1904)] {
            let parts = WorkbookParts(
                rows: Self.header + "<row><c s=\"1\"><v>\(serial)</v></c></row>",
                styles: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#, workbook: workbook)
            let cell = try ReadSource(parts.bytes()).rows[0][0]
            #expect(cell.text == text)
            if let day = Day(text) { #expect(cell.value == .day(day)) }
        }
    }

    @Test func `a merged cell heads its columns, and its text is that of each`() throws {
        let head =
            #"<row r="1"><c r="A1" t="str"><v>Activity</v></c><c r="B1" t="str"><v>Q1–Q4</v></c></row>"#
        let row = #"<row r="2"><c r="A2" t="str"><v>a</v></c><c r="C2" t="str"><v>x</v></c></row>"#
        let below = #"<row r="3"><c r="C3"><v>9</v></c></row>"#
        let source = try ReadSource(
            WorkbookParts(rows: head + row + below, merged: ["B1:E1", "A2:A3", "C3:E9"]).bytes())
        #expect(source.header.titles == ["Activity", "Q1–Q4", "Q1–Q4", "Q1–Q4", "Q1–Q4"])
        #expect(source.header.columns.map(\.headedFrom) == [nil, 1, 1, 1, 1])
        #expect(source.texts == [["a", "", "x"], ["a", "", "9", "9", "9"]])
        #expect(source.warnings.isEmpty)
    }

    @Test(arguments: [
        // merged, the cells of row 2, whether it is a heading
        (["A2:C2"], ["A": "Part"], true), (["A2:B2"], ["A": "Part"], true),
        (["A2:C2", "D2:E2"], ["A": "Part"], true), ([], ["A": "Part"], false), (["B2:C2"], ["B": "x"], false),
        (["A2:B2"], ["A": "Part", "C": "x"], false), (["A2:C3"], ["A": "Part"], false),
        (["A2:A3"], ["A": "Part"], false),
        (["A2:C2"], [:], false),
    ])
    func `a text alone in cells merged from the first column is a heading`(
        merged: [String], cells: [String: String], isHeading: Bool
    ) throws {
        func row(_ number: Int, _ cells: [String: String]) -> String {
            let cells = cells.sorted { $0.key < $1.key }
                .map { "<c r=\"\($0.key)\(number)\" t=\"str\"><v>\($0.value)</v></c>" }
            return "<row r=\"\(number)\">\(cells.joined())</row>"
        }
        let rows =
            row(1, ["A": "#", "B": "Activity", "C": "Q1"]) + row(2, cells) + row(3, ["B": "a", "C": "x"])
        let source = try ReadSource(WorkbookParts(rows: rows, merged: merged).bytes())
        #expect(source.rows.filter(\.isHeading).map(\.number) == (isHeading ? [2] : []))
    }

    @Test func `macros and links to other workbooks are left alone, and that is said`() throws {
        let parts = WorkbookParts(
            rows: Self.header,
            more: [("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "x")])
        #expect(
            try ReadSource(parts.bytes()).warnings == [
                "the workbook has macros, which are not run",
                "the workbook has links to other workbooks, which are not followed; the values saved in it are taken",
                "the sheet has a header and no rows below it",
            ])
    }

    @Test(
        arguments: [
            (
                #"<row><c t="s"><v>9</v></c></row>"#,
                "the cell A2 has a text that the workbook does not hold; the file may be damaged"
            ),
            (
                "<row><c t=\"str\"><v>a</v></c><c><v>x</v></c></row>",
                "the cell B2 has a number that is none; the file may be damaged"
            ),
            (
                #"<row><c r="A2"><v>1</v></c><c r="D2"><v>2</v></c></row>"#,
                "the cell D2 stands outside of the header's columns"
            ),
        ])
    func `what is wrong with a cell is a fault of its row`(row: String, fault: String) throws {
        let last = #"<row r="3"><c r="A3" t="str"><v>z</v></c></row>"#
        let source = try ReadSource(WorkbookParts(rows: Self.header + row + last).bytes())
        // A row without anything that can be read is there for its fault.
        #expect(source.rows.map(\.faults) == [[fault], []])
    }

    private static let laughs =
        #"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>"#

    @Test(
        arguments: [
            (
                WorkbookParts(rows: "", more: [("xl/worksheets/sheet.xml", laughs)]),
                "the workbook's part xl/worksheets/sheet.xml declares a document type, as no workbook's does; the "
                    + "file may be made to do harm"
            ),
            (
                WorkbookParts(rows: #"<row r="3"><c><v>1</v></c></row><row r="2"/>"#),
                "the sheet's rows are out of order: row 2 comes after row 3"
            ),
            (
                WorkbookParts(rows: #"<row r="2"><c r="B2"><v>1</v></c><c r="B2"/></row>"#),
                "row 2: its cells are out of order at 'B2'"
            ),
            (
                WorkbookParts(rows: #"<row r="2"><c><v>1</v></c><row r="3"><c><v>2</v></c></row></row>"#),
                "the sheet's row 3 stands within row 2"
            ),
            (
                WorkbookParts(rows: #"<row r="2"><c><v>1</v><c><v>2</v></c></c></row>"#),
                "row 2: a cell stands within another one"
            ),
            (
                WorkbookParts(rows: #"<row r="2"><c r="XFE2"><v>1</v></c></row>"#),
                "row 2 has more than 16384 columns"
            ),
            (
                WorkbookParts(rows: "<row>"),
                "the workbook's part xl/worksheets/sheet.xml is not well-formed XML (line 1: mismatched tag); get or "
                    + "save the file again"
            ),
            (
                WorkbookParts(rows: "<row a=\"" + String(repeating: "x", count: 3 << 20) + "\"/>"),
                "the workbook's part xl/worksheets/sheet.xml has a tag of more than 1048576 bytes"
            ),
            (
                WorkbookParts(rows: String(repeating: "<x>", count: 1000)),
                "the workbook's part xl/worksheets/sheet.xml is nested too deep"
            ),
            (
                WorkbookParts(
                    rows: "<row><c t=\"str\"><v>" + String(repeating: "x", count: 2 << 20) + "</v></c></row>"),
                "row 1: a cell has more than 1048576 bytes"
            ),
            (
                WorkbookParts(rows: "", merged: Array(repeating: "A1:B1", count: 100_001)),
                "the sheet has more than 100000 merged cells; unmerge them"
            ),
            (WorkbookParts(rows: ""), "no sheet of the workbook has anything in it"),
        ] as [(WorkbookParts, String)])
    func `what is wrong with a workbook is said in a sentence`(parts: WorkbookParts, sentence: String) throws
    {
        let bytes = try parts.bytes()
        let said = refusal { _ = try ReadSource(bytes) }
        #expect(said == sentence)
    }

    @Test func `a text that many cells share is not read without end`() throws {
        let shared = "<si><t>\(String(repeating: "x", count: 1 << 20))</t></si>"
        let row = #"<row><c t="s"><v>0</v></c></row>"#
        for (count, isRefused) in [(31, false), (33, true)] {
            let bytes = try WorkbookParts(
                rows: Self.header + String(repeating: row, count: count), shared: shared
            ).bytes()
            let said = refusal { _ = try ReadSource(bytes) }
            #expect(
                said.hasPrefix("row 34: the texts of all cells until here are more than 400 times")
                    == isRefused, "\(said)")
        }
    }

    @Test func `a bomb is refused while it is unpacked`() throws {
        let blank = String(repeating: " ", count: 40 << 20)
        let bytes = try WorkbookParts(rows: Self.header + blank).bytes()
        #expect(bytes.count < 100_000)
        let said = refusal { _ = try ReadSource(bytes) }
        #expect(said.hasPrefix("a part of the file is more than 400 times longer when it is unpacked"))
        var limits = ReadingLimits()
        limits.sharedBytes = 1 << 20
        let shared = String(repeating: "<si><t/></si>", count: 300_000)
        let texts = try WorkbookParts(rows: Self.header, shared: shared).bytes()
        let refused = refusal { _ = try ReadSource(texts, limits: limits) }
        #expect(
            refused
                == "the workbook has more than 1 MB of text; save the sheet as CSV, which has no such limit")
    }

    @Test(
        arguments: [
            ("xl/workbook.bin", "a binary workbook (.xlsb)"),
            ("word/document.xml", "a text document (.docx)"),
            ("ppt/presentation.xml", "a presentation (.pptx)"), ("a.txt", "an archive (.zip)"),
        ])
    func `an archive that is no workbook is called what it is`(part: String, what: String) throws {
        let bytes = try zipped([(part, [1])])
        let said = refusal { _ = try ReadSource(bytes) }
        #expect(said == "the file is \(what); save what it has as a workbook (.xlsx) or as CSV in UTF-8")
    }

    @Test func `an encrypted workbook is told from an old one`() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        bytes.replaceSubrange(0..<4, with: [0xD0, 0xCF, 0x11, 0xE0])
        bytes[30] = 9
        bytes[48] = 2
        bytes.replaceSubrange(1664..<1696, with: "EncryptedPackage".utf8.flatMap { [$0, 0] })
        let said = refusal { _ = try ReadSource(bytes, .xlsx) }
        #expect(said == "the file asks for a password; save it without one")
    }

    @Test func `a workbook that is cut off is refused`() throws {
        let bytes = try fixture("openpyxl.xlsx")
        for count in stride(from: 30, to: bytes.count, by: 700) {
            #expect(throws: ReadingError.self) { try ReadSource(Array(bytes[..<count])) }
        }
    }
}
