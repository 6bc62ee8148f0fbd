import Documents
import Testing

@testable import Formats

/// Files with random damage: they are read or refused, and never end the process or take for ever.
struct SourceMutationTests {
    private static let texts = [
        "Name,Due,Note\nليلى,2024-06-30,\"a \"\"b\"\"\nc\"\nÉric,1,\n", "A;B\r\n1,5;\"x;y\"\r\n",
        "sep=|\nA|B\n1|2\n",
        "[{\"a\": [1, {\"b\": \"\\u00e9\\n\"}], \"c\": null},\n {\"a\": -1.5e3, \"d\": true}]",
        "{\"a\": \"x\"}\n{\"b\": [[], {}]}\n",
    ]

    @Test(arguments: texts, [UInt64(1), 2, 3])
    func `text with random damage`(text: String, seed: UInt64) throws {
        var random = Dice(seed: seed)
        for _ in 0..<30 { Self.read(random.damaged(Array(text.utf8))) }
        let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for _ in 0..<10 { Self.read(random.damaged([0xFF, 0xFE] + wide)) }
    }

    @Test(
        arguments: [
            "openpyxl.xlsx", "workplan.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx", "libreoffice.ods",
            "libreoffice.xls",
        ])
    func `workbooks with random damage`(name: String) throws {
        var random = Dice(seed: UInt64(name.utf8.count))
        let bytes = try fixture(name)
        for _ in 0..<30 { Self.read(random.damaged(bytes)) }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `workbooks whose XML has random damage`(seed: UInt64) throws {
        var random = Dice(seed: seed)
        let parts = WorkbookParts(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row>\
                <row r="2"><c r="A2" s="1"><v>45473.5</v></c><c r="B2"><f>A1</f></c><c r="C2" t="b"><v>1</v></c></row>
                """, merged: ["A1:B1", "A2:A4"], shared: "<si><r><t>a</t></r><r><t>_x000D_</t></r></si>",
            styles:
                #"<numFmts><numFmt numFmtId="170" formatCode="d/m/yy"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>"#
        ).parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
        for _ in 0..<30 {
            var damaged = parts
            let index = Int(random.next() % UInt64(parts.count))
            damaged[index].bytes = random.damaged(parts[index].bytes)
            Self.read(try zipped(damaged))
        }
    }

    /// Reads what can be read; only errors with a sentence may come of it.
    private static func read(_ bytes: [UInt8]) {
        for format in [nil] + SourceFormat.allCases.map(Optional.some) {
            do {
                let source = try ReadSource(bytes, format)
                #expect(source.rows.allSatisfy { $0.cells.count <= source.header.columns.count })
                #expect(zip(source.rows, source.rows.dropFirst()).allSatisfy { $0.number < $1.number })
                for row in source.rows {
                    for cell in row.cells {
                        for (_, type) in SourceType.simple {
                            _ = try? SourceValueReader().value(cell, as: type)
                        }
                    }
                }
            } catch let error as ReadingError {
                #expect(!error.description.isEmpty)
            } catch {
                Issue.record("\(error)")
            }
        }
    }
}

/// Random numbers that are the same each time (SplitMix64).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Bytes replaced, left out, put in, doubled or cut off.
    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &self)
            switch Int.random(in: 0..<6, using: &self) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes[place] = Array("\"<>&,;{}[]:\\\n\r\0".utf8).randomElement(using: &self) ?? 0
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
            case 4:
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &self))
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: bytes.removeLast(Int.random(in: 0...min(20, bytes.count), using: &self))
            }
        }
        return bytes
    }
}
