import Documents
import Glibc
import Testing

@testable import Formats

struct CSVReaderTests {
    private static let files: [(String, [[String]])] = [
        ("A,B\n1,2\n", [["1", "2"]]),
        ("A,B\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
        ("A,B\r1,2\r3,4\r", [["1", "2"], ["3", "4"]]),
        ("A,B\n\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
        ("A,B\n\"two\nlines\",\"\"\n", [["two\nlines", ""]]),
        ("A,B\n\"two\r\nlines\",x\r\n", [["two\r\nlines", "x"]]),
        ("A,B\n\n1,2\n,\n3,4\n\n", [["1", "2"], ["3", "4"]]),
        ("A;B\n1,5;2\n", [["1,5", "2"]]),
        ("A\tB\na,b\tc\n", [["a,b", "c"]]),
        ("A|B\n1|2\n", [["1", "2"]]),
        ("sep=;\r\nA;B\r\n1;2\r\n", [["1", "2"]]),
        ("A\n1\n2\n", [["1"], ["2"]]),
        ("\u{FEFF}A,B\nعمان,بيروت\n", [["عمان", "بيروت"]]),
        ("A,B\n1,2,,\n", [["1", "2"]]),
        ("A,B,C\n1,\n", [["1", "", ""]]),
        ("A,B\n5'10\",\"x\"y\n", [["5'10\"", "xy"]]),
        ("Workplan 2024,\nA,B\n1,2\n", [["1", "2"]]),
    ]

    @Test(arguments: files)
    func `rows are read as they were written`(file: String, rows: [[String]]) throws {
        #expect(try ReadSource(file).texts == rows)
    }

    @Test func `rows are numbered as a spreadsheet numbers them, with the line of the file`() throws {
        let source = try ReadSource("A,B\n\"x\ny\",1\n\nz,2\n")
        #expect(source.rows.map(\.number) == [2, 4])
        #expect(source.rows.map(\.line) == [2, 5])
        #expect(source.header.place(of: source.rows[1], column: 1) == "row 4, column 'B' (B4)")
    }

    private static let arabic = "الاسم;المدينة\nليلى;عمّان\nزياد;بيروت\n"
    private static let french = "Nom;Ville\nHélène;Orléans\nÉric;Besançon\n"

    private static let encodings: [([UInt8], TextEncoding, String)] = [
        (utf16(arabic, bigEndian: false, mark: true), TextEncoding.utf16LittleEndian, "عمّان"),
        (utf16(arabic, bigEndian: true, mark: true), .utf16BigEndian, "عمّان"),
        (utf16(arabic, bigEndian: false, mark: false), .utf16LittleEndian, "عمّان"),
        (utf16("A;B\n1;😀\n", bigEndian: true, mark: false), .utf16BigEndian, "😀"),
        (narrow(arabic, .windows1256), .windows1256, "عمّان"),
        (narrow(french, .windows1252), .windows1252, "Orléans"),
        (Array(french.utf8), .utf8, "Orléans"),
        (
            Array(String(repeating: "a;b\n", count: 40_000).utf8) + narrow("x;à\n", .windows1252),
            .windows1252, "b"
        ),
    ]

    @Test(arguments: encodings)
    func `the encoding is found`(bytes: [UInt8], encoding: TextEncoding, second: String) throws {
        let source = try ReadSource(bytes)
        #expect(source.details.encoding == encoding)
        #expect(source.rows[0][1].text == second)
        #expect(source.rows.flatMap { $0.faults }.isEmpty)
    }

    @Test func `an encoding that is named is taken, and one that is guessed is said`() throws {
        let bytes = Self.narrow("A;B\nété;x\n", .windows1252)
        #expect(try ReadSource(bytes).warnings.contains { $0.contains("Windows-1252") })
        let named = try ReadSource(bytes, .csv, ReadingOptions(encoding: .windows1256))
        #expect(named.texts == [["été", "x"]])
        #expect(named.warnings.isEmpty)
        #expect(try TextEncoding.named("CP1256") == .windows1256)
        #expect(
            refusal { _ = try TextEncoding.named("utf-9") }
                == "there is no encoding 'utf-9'; did you mean 'utf-8'?")
    }

    @Test func `bytes of another encoding are a fault of their row`() throws {
        let source = try ReadSource(Array("A,B\néé,1\n".utf8) + [0xE9] + Array(",2\nz,3\n".utf8))
        #expect(
            source.rows.map(\.faults) == [
                [],
                [
                    "the bytes of cell A3 are not UTF-8; save the file in one encoding, or name the right one"
                ], [],
            ])
        #expect(source.warnings == ["row 3 has bytes of another encoding than the rest of the file"])
    }

    @Test func `ragged rows are told by their number`() throws {
        let source = try ReadSource("A,B\n1,2,3\n4\n5,6\n")
        #expect(
            source.rows.map(\.faults) == [
                [
                    "it has 3 cells and the header has 2; text with a delimiter in it needs quotation marks "
                        + "around it"
                ], [], [],
            ])
        #expect(
            source.warnings == ["row 3 has fewer cells than the header; what is missing counts as empty"])
    }

    @Test func `a quotation mark that stands alone in a cell is kept and said`() throws {
        let rows = (0..<8).map { "\($0),5\"\n" }.joined()
        #expect(
            try ReadSource("A,B\n" + rows).warnings == [
                "8 rows (the first are 2, 3, 4, 5, 6) have quotation marks in the middle of a cell, kept as text; "
                    + "doubled and inside quotation marks it would be clear"
            ])
    }

    @Test(arguments: [
        ("\"a\"b,1\n", "ab", 1), ("\"a\" ,1\n", "a ", 1), ("\"a\"b\"c,1\n", "ab\"c", 2),
        ("\"a\"\"b\",1\n", "a\"b", 0),
    ])
    func `quotation marks that close a cell before its end are left out and that is said`(
        row: String, text: String, remarks: Int
    ) throws {
        let source = try ReadSource("A,B\n" + row)
        #expect(source.texts == [[text, "1"]])
        #expect(source.warnings.count == remarks)
        #expect(
            source.warnings.last ?? ""
                == (remarks == 0
                    ? ""
                    : "row 2 has text behind the quotation marks of a cell, which are left out; doubled and inside "
                        + "quotation marks they would be kept"))
    }

    private static let long = String(repeating: "x", count: 2000)
    private static let wide =
        "A,B\n" + String(repeating: "x,", count: 90).replacing("x", with: long.prefix(999))
    private static let commas = String(repeating: ",", count: 1_000_000)

    @Test(
        arguments: [
            ("", "the file is empty"),
            ("\n\n,\n", "there are no rows with anything in them"),
            (
                "A,B\n1,\"2\n3,4\n",
                "row 2: the quotation mark that opens a cell on line 2 is never closed; close it, or double it "
                    + "where it is part of the text"
            ),
            (
                "A,B\n1,\"\(long)",
                "row 2: a cell has more than 1000 bytes; the quotation mark on line 2 may not be closed"
            ),
            (
                commas,
                "row 1 has more than 100 cells; the file may have another delimiter or be no CSV"
            ),
            (wide, "row 2 has more than 10000 bytes"),
        ] as [(String, String)])
    func `what cannot be read is refused with a sentence`(file: String, sentence: String) {
        var limits = ReadingLimits()
        limits.cellBytes = 1000
        limits.rowBytes = 10_000
        limits.columns = 100
        #expect(refusal { _ = try ReadSource(file, .csv, limits: limits) } == sentence)
    }

    @Test func `a NUL byte is a fault of its row`() throws {
        let source = try ReadSource("A,B\nx\0,1\ny,2\n")
        #expect(source.rows.map(\.faults.count) == [1, 0])
    }

    @Test func `a header alone has no rows, and that is said`() throws {
        let source = try ReadSource("A,B\n")
        #expect(source.header.titles == ["A", "B"])
        #expect(source.rows.isEmpty)
        #expect(source.warnings == ["the file has a header and no rows below it"])
    }

    @Test func `titles that stand twice, and rows above the header, are said`() throws {
        #expect(
            try ReadSource("List of names,,\nName,Age,Name\na,1,b\n").warnings == [
                "row 1 ('List of names') stands above the header and is left out",
                "the columns A, C have the same title 'Name'",
            ])
    }

    private static let known = [
        WantedColumn("Name", synonyms: ["Nom", "الاسم"]), WantedColumn("E-mail"), WantedColumn("Q1"),
        WantedColumn("Q2"),
    ]

    private static let taken =
        "it has the most of the titles that are looked for; --header-row names another row"

    @Test(arguments: [
        (
            "Prepared by,Secretariat\nName,Country,E-mail\nA,jor,x\n", ["Name", "Country", "E-mail"], 2...2,
            true
        ),
        ("List,\nالاسم,E-mail\nA,x\n", ["الاسم", "E-mail"], 2...2, false),
        // Of equal ones it is the first, and without any the first with two titles.
        ("Name,Country\nName,Country\n", ["Name", "Country"], 1...1, false),
        ("A,B\nC,D\n", ["A", "B"], 1...1, false),
        ("Date,2024\nName\nA\n", ["Name"], 2...2, true),
        // A header in two rows, of which text does not show that they belong together.
        ("Name,Timeframe,,\n,Q1,Q2,\nA,x,,\n", ["Name", "Timeframe Q1", "Timeframe Q2"], 1...2, false),
    ])
    func `the header is the row with the most titles that are looked for`(
        file: String, titles: [String], rows: ClosedRange<Int>, isSaid: Bool
    ) throws {
        var options = ReadingOptions()
        options.columns = Self.known
        let source = try ReadSource(file, .csv, options)
        #expect(source.header.titles == titles)
        #expect(source.header.rows == rows)
        let remark = "row \(rows.lowerBound) is taken for the header: \(Self.taken)"
        #expect(source.warnings.contains(remark) == isSaid, "\(source.warnings)")
    }

    @Test func `the header is where the options say, in one row or two`() throws {
        let options = ReadingOptions(headerRow: 2, headerRows: 2)
        let source = try ReadSource("x,y,z\nName,Plan,\n,Q1,Q2\na,b,c\n", .csv, options)
        #expect(source.header.titles == ["Name", "Plan Q1", "Plan Q2"])
        #expect(source.header.rows == 2...3)
        #expect(source.texts == [["a", "b", "c"]])
        #expect(
            refusal { _ = try ReadSource("A,B\n\n1,2\n", .csv, ReadingOptions(headerRow: 2)) }
                == "row 2 is blank and cannot be the header")
    }

    @Test(
        arguments: [
            ("A;B\n1,5;x\n", true), ("A,B\n1.25,x\n", false), ("A;B\n1,500;x\n", nil),
            ("A,B\n\"1,5\",x\n", true),
            ("A;B\n1,5;2.25\n", nil), ("A,B\nx,y\n", nil),
        ] as [(String, Bool?)])
    func `the decimal sign is found where numbers show it`(file: String, comma: Bool?) throws {
        #expect(try ReadSource(file).details.decimalComma == comma)
    }

    @Test func `a file that changes while it is read is refused`() throws {
        let fixture = try SourceFixture("A,B\n" + String(repeating: "1,2\n", count: 50_000))
        var reader = try Reading.reader(descriptor: fixture.descriptor, format: .csv)
        _ = try reader.next()
        #expect(pwrite(fixture.descriptor, "1,2\n", 4, 200_004) == 4)
        let sentence = refusal { while try reader.next() != nil {} }
        #expect(
            sentence
                == "the file was changed while it was read; try again when nothing writes to it")
    }

    @Test func `progress reaches the whole file`() throws {
        let fixture = try SourceFixture("A,B\n1,2\n3,4\n")
        var reader = try Reading.reader(descriptor: fixture.descriptor, format: .csv)
        while try reader.next() != nil {}
        #expect(reader.progress == ReadingProgress(bytesRead: 12, bytesTotal: 12))
    }

    @Test func `records that lie across the pieces of reading are whole`() throws {
        let long = String(repeating: "é\"\"", count: 20_000)
        let rows = (0..<5).map { "\($0),\"\(long)\(String(repeating: "x", count: $0))\"\r\n" }.joined()
        let source = try ReadSource("A,B\r\n" + rows)
        #expect(source.rows.count == 5)
        #expect(source.rows.allSatisfy { $0[1].text.hasPrefix("é\"é\"") && $0.faults.isEmpty })
        #expect(source.rows[4][1].text.utf8.count == 60_004)
    }

    private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }

    private static func narrow(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        let letters = encoding.upperHalf ?? []
        return text.unicodeScalars.map { scalar in
            scalar.isASCII
                ? UInt8(scalar.value)
                : UInt8(letters.firstIndex(of: Array(String(scalar).utf8)).map { $0 + 0x80 } ?? 0x3F)
        }
    }
}
