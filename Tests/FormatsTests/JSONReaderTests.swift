import Documents
import Testing

@testable import Formats

struct JSONReaderTests {
    @Test func `a list of objects, each with its place and its types`() throws {
        let source = try ReadSource(
            """
            [
              {"title": "عنوان", "count": 3, "share": 0.5},
              {"title": "a\\n\\u00e9\\ud83d\\ude00", "active": true, "owners": ["jor", null, "iom"],
               "more": {"x": 1}, "count": null}
            ]
            """)
        #expect(source.details.format == .json)
        #expect(source.header.titles == ["title", "count", "share", "active", "owners", "more"])
        #expect(source.rows.map(\.number) == [1, 2])
        #expect(source.rows.map(\.line) == [2, 3])
        #expect(
            source.rows[0].cells == [
                SourceCell("عنوان"), SourceCell("3", .integer(3)), SourceCell("0.5", .number(0.5)),
            ])
        #expect(
            source.rows[1].cells == [
                SourceCell("a\né😀"), .empty, .empty, SourceCell("true", .boolean(true)),
                SourceCell(
                    #"["jor", null, "iom"]"#, .list([.text("jor"), .empty, .text("iom")])),
                SourceCell(#"{"x": 1}"#, .object([SourceValue.Member("x", .integer(1))])),
            ])
        #expect(source.header.place(of: source.rows[1], column: 1) == "item 2 (line 3), 'count'")
    }

    @Test func `JSON Lines, of which a broken line is a fault of its own`() throws {
        let source = try ReadSource("{\"a\":1}\n\n{\"a\":\n{\"b\":\"x\"}\r\n[1]\n")
        #expect(source.details.format == .jsonLines)
        #expect(source.rows.map(\.number) == [1, 3, 4, 5])
        #expect(source.header.titles == ["a", "b"])
        #expect(
            source.rows.map(\.faults) == [
                [], ["it is not well-formed JSON at line 3, byte 6: a value is expected"], [],
                ["it is not well-formed JSON at line 5, byte 1: '{' is expected"],
            ])
        #expect(source.header.place(of: source.rows[2], column: 1) == "line 4, 'b'")
    }

    @Test(
        arguments: [
            (#"{"a": 01}"#, "it is not well-formed JSON at line 1, byte 7: a value is expected"),
            (#"{"a": 1 "b": 2}"#, "it is not well-formed JSON at line 1, byte 9: ',' or '}' is expected"),
            (#"{"a" 1}"#, "it is not well-formed JSON at line 1, byte 6: ':' is expected behind 'a'"),
            (
                #"{"a": "\x"}"#,
                "it is not well-formed JSON at line 1, byte 10: '\\' with a letter that has no meaning behind it"
            ),
            (
                #"{"a": "\ud800"}"#,
                "it is not well-formed JSON at line 1, byte 14: half a letter stands alone"
            ),
            (
                #"{"a": "x}"#,
                "it is not well-formed JSON at line 1, byte 10: a text is not closed, or has a line end in it"
            ),
            (#"{"a": NaN}"#, "it is not well-formed JSON at line 1, byte 7: a value is expected"),
            (#"{"a": 1e999}"#, "the number 1e999 is too large"),
            (#"{"a": 1, "a": 2}"#, "'a' stands in it twice"),
            (
                #"{"a": 1} x"#,
                "it is not well-formed JSON at line 1, byte 10: nothing is expected behind the object"
            ),
            (#"{"a": [[[[1]]]]}"#, "it is nested more than 4 deep"),
            (#"{"a": "12345678901234567890"}"#, "a text has more than 16 bytes"),
        ])
    func `what is wrong with an object is its fault, with its place`(line: String, fault: String) throws {
        var limits = ReadingLimits()
        limits.depth = 4
        limits.cellBytes = 16
        let source = try ReadSource(line, .jsonLines, limits: limits)
        #expect(source.rows.map(\.faults) == [[fault]])
    }

    @Test func `broken UTF-8 is a fault of its object`() throws {
        let source = try ReadSource(
            Array(#"{"é":"é","a":""#.utf8) + [0xE9] + Array("\"}\n{\"a\":\"é\"}".utf8))
        #expect(
            source.rows.map(\.faults) == [
                ["it is not well-formed JSON at line 1, byte 16: a text is not UTF-8"], [],
            ])
    }

    @Test(
        arguments: [
            (
                "[{\"a\":1},",
                "the file is not well-formed JSON at line 1: item 2 is no object, which begins with '{'"
            ),
            (
                "[{\"a\":1}\n{\"a\":2}]",
                "the file is not well-formed JSON at line 2: ',' or ']' is expected behind item 1"
            ),
            (
                "[{\"a\":1}] x",
                "the file is not well-formed JSON at line 1: nothing is expected behind the list"
            ),
            (
                "[{\"a\":{\n",
                "the file is not well-formed JSON at line 2: the file ends within item 1, which begins on line 1"
            ),
            ("[]", "the file has no objects in it"),
            (
                "[{\"a\":\"" + String(repeating: "x", count: 3000),
                "the object that begins on line 1 has more than 2000 bytes"
            ),
            (
                "{\"a\":\"" + String(repeating: "x", count: 3000),
                "the object that begins on line 1 has more than 2000 bytes"
            ),
            (
                "[" + (0..<30).map { "{\"a\($0)\":1}" }.joined(separator: ",") + "]",
                "the objects have more than 20 names of members up to line 1"
            ),
        ] as [(String, String)])
    func `a file that cannot be read is refused with its place`(file: String, sentence: String) {
        var limits = ReadingLimits()
        limits.rowBytes = 2000
        limits.columns = 20
        let said = refusal { _ = try ReadSource(file, limits: limits) }
        #expect(said == sentence)
    }

    @Test(
        arguments: [
            ("[ {\"a\": 1} ]", SourceFormat.json), ("\u{FEFF}[\n{", .json), ("{\"a\":1}", .jsonLines),
            ("[Name],B\n1,2", .csv), ("a,b\n", .csv), ("{x},b\n", .csv),
        ] as [(String, SourceFormat)])
    func `the format is found by what is in the file`(file: String, format: SourceFormat) throws {
        let source = try SourceFixture(file)
        #expect(try Reading.detect(descriptor: source.descriptor) == format)
    }

    @Test func `objects that lie across the pieces of reading are whole`() throws {
        let long = String(repeating: "é\\\"{", count: 20_000)
        let items = (0..<5).map { "{\"a\":\"\(long)\",\"b\":\($0)}" }
        for file in ["[\(items.joined(separator: ",\n"))]", items.joined(separator: "\n")] {
            let source = try ReadSource(file)
            #expect(source.rows.map { $0[1].text } == ["0", "1", "2", "3", "4"])
            #expect(source.rows.allSatisfy { $0[0].text.utf8.count == 80_000 && $0.faults.isEmpty })
        }
    }
}
