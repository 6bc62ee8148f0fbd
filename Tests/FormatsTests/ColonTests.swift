import Community
import Documents
import Foundation
import Testing

@testable import Formats

struct ColonTests {
    private func rendered(_ format: Format, language: String) throws -> String {
        var bytes: [UInt8] = []
        var writer = format.writer(FormatOptions(byteOrderMark: false)) { bytes += $0 }
        let metric = Metric(title: "A", value: .integer(7), type: .integer, target: .integer(8))
        for part in [.begin(DocumentHeader(language: language)), .metric(metric), .note("B"), .end] as [Part]
        {
            try writer.write(part)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("en", Format.terminal, ["A: 7", "Note: B"]), ("ar", .terminal, ["A: 7", "ملاحظة: B"]),
        ("fr", .terminal, ["A\u{A0}: 7", "Remarque\u{A0}: B"]),
        ("en", .markdown, ["**A:** 7", "**Note:** B"]),
        ("fr", .markdown, ["**A\u{A0}:** 7", "**Remarque\u{A0}:** B"]),
        ("en", .html, ["<strong>Note:</strong>"]), ("fr", .html, ["<strong>Remarque\u{A0}:</strong>"]),
        ("en", .csv, ["A: target,8"]), ("fr", .csv, ["A\u{A0}: objectif,8"]),
    ])
    func `a label has the colon of its language`(language: String, format: Format, texts: [String]) throws {
        let result = try rendered(format, language: language)
        for text in texts { #expect(result.contains(text), "\(result)") }
    }

    @Test func `what joins two texts has it as well`() {
        let text = LocalizedText(label: "A", value: "B")
        #expect(text.texts == ["ar": "A: B", "en": "A: B", "fr": "A\u{A0}: B"])
    }
}
