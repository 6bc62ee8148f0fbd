import Community
import Documents
import Foundation
import Testing

@testable import Formats

struct DigitsTests {
    private func rendered(_ format: Format, language: String = "ar") throws -> String {
        var bytes: [UInt8] = []
        var writer = format.writer(FormatOptions(digits: .arabic, byteOrderMark: false)) { bytes += $0 }
        let parts: [Part] =
            [
                .begin(DocumentHeader(title: "Plan 2024", language: language)),
                .metric(Metric(title: "Q1", value: .number(-1234567.5), type: .number)),
                .timeline(
                    try Timeline(
                        rows: [
                            Timeline.Row(
                                label: .text("a 7"),
                                span: .between(.day(day("2024-01-01")), .day(day("2024-06-30"))))
                        ])),
            ]
            + table(
                [column("A", .date), column("B", .instant), column("C", .percent)],
                [
                    [
                        .day(day("2024-05-01")),
                        .instant(instant("2023-09-25T11:00:00Z"), zone: "Asia/Beirut"),
                        .integer(25),
                    ]
                ]) + [.end]
        for part in parts { try writer.write(part) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (Format.terminal, ["\u{061C}-١٬٢٣٤٬٥٦٧٫٥", "٢٠٢٤-٠٥-٠١", "٢٠٢٣-٠٩-٢٥ ١٤:٠٠ +٠٣:٠٠", "٢٥٪", "٢٠٢٤"]),
        (.markdown, ["\u{061C}-١٬٢٣٤٬٥٦٧٫٥", "١ مايو ٢٠٢٤", "٢٥ سبتمبر ٢٠٢٣ ١٤:٠٠ UTC+٠٣:٠٠", "٢٥٪"]),
        (.html, ["\u{061C}-١٬٢٣٤٬٥٦٧٫٥", "١ مايو ٢٠٢٤", "٢٥٪", "٢٠٢٤"]),
    ])
    func `numbers and dates that people read have the digits asked for`(format: Format, texts: [String])
        throws
    {
        let result = try rendered(format)
        for text in texts { #expect(result.contains(text), "\(text)") }
        // What an author wrote is left alone, and so is what programs read.
        #expect(result.contains("Plan 2024") && result.contains("a 7"))
        if format == .html { #expect(result.contains("datetime=\"2024-05-01\"")) }
    }

    @Test(arguments: [Format.csv, .json])
    func `formats for programs have western digits`(format: Format) throws {
        let result = try rendered(format)
        #expect(result.contains("2024-05-01"))
        #expect(!result.unicodeScalars.contains { (0x0660...0x0669).contains($0.value) })
    }

    @Test(arguments: [
        ("en", "A: 1,234,567.5\nB: 25%\n"),
        ("fr", "A\u{A0}: 1\u{202F}234\u{202F}567,5\nB\u{A0}: 25\u{202F}%\n"),
    ])
    func `a terminal writes numbers as the language does`(language: String, expected: String) throws {
        let parts: [Part] = [
            .metric(Metric(title: "A", value: .number(1234567.5))),
            .metric(Metric(title: "B", value: .integer(25), type: .percent)),
        ]
        #expect(try FormatsTests.rendered(.terminal, language: language, parts) == expected)
    }

    @Test func `a workbook keeps numbers, and shows them in those digits`() throws {
        var bytes: [UInt8] = []
        var writer = Format.xlsx.writer(FormatOptions(digits: .arabic)) { bytes += $0 }
        for part in [.begin(DocumentHeader(language: "ar"))] + table([column("A")], [[.integer(5)]]) + [.end]
        {
            try writer.write(part)
        }
        #expect(try ReadWorkbook(bytes).sheet(1)["A2"] == .number(5, "[$-2000401]0"))
    }
}
