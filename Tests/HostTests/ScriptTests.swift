import Community
import Documents
import Foundation
import Scripting
import Store
import Testing

@testable import Host

/// Each script of `Scripts` gives the numbers that follow from the demo's data files by counting.
@Suite(.demo) struct ScriptTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scripts").standardizedFileURL

    struct Expectation: CustomTestStringConvertible {
        let script: String
        var parameters: [String: String] = [:]
        /// A member; nil for the operator.
        var viewer: String?
        /// By title.
        let metrics: [String: Cell]
        /// How many rows the tables have, in their order.
        let rows: [Int]
        /// What is written where there is nothing to show.
        var sentence: String?
        var testDescription: String { "\(script) \(parameters) for \(viewer ?? "the operator")" }
    }

    static let expectations = [
        Expectation(
            script: "overdue", parameters: ["as_of": "2025-01-31"], metrics: ["Overdue": .integer(2)],
            rows: [2]),
        Expectation(
            script: "overdue", parameters: ["as_of": "2025-01-31", "owner": "unicef"],
            metrics: ["Overdue": .integer(1)], rows: [1]),
        Expectation(
            script: "workplan_by_quarter", parameters: ["year": "2024"],
            metrics: ["Q1": .integer(3), "Q2": .integer(4), "Q3": .integer(3), "Q4": .integer(4)],
            rows: [5, 4]),
        Expectation(
            script: "recommendations_follow_up",
            metrics: [
                "Recommendations": .integer(10), "Done": .integer(0), "Nobody responsible": .integer(10),
                "No due date": .integer(10), "Never reported on": .integer(10),
            ], rows: [10]),
        Expectation(
            script: "practices_by_objective",
            metrics: [
                "Practices": .integer(23), "Without an objective": .integer(19),
                "Objectives covered": .integer(3),
                "Gaps": .integer(20),
            ], rows: [3, 20]),
        Expectation(
            script: "session_briefing", parameters: ["session": "gcm-talk-2023-09"],
            metrics: [
                "Invited": .integer(23), "Accepted": .integer(0), "Not answered": .integer(23),
                "Weekend there": .integer(0),
            ], rows: [1, 3, 23, 9]),
        Expectation(
            script: "focal_points",
            metrics: [
                "Focal points": .integer(28), "Terms ending soon": .integer(0),
                "Without a term": .integer(28),
                "Organizations without one": .integer(5),
            ], rows: [5, 28]),
    ]

    @Test(arguments: expectations)
    func `a script gives the numbers that follow from the demo`(_ expected: Expectation) throws {
        let document = try Self.run(expected)
        #expect(
            Dictionary(document.metrics.map { ($0.title, $0.value) }) { first, _ in first }
                == expected.metrics)
        #expect(document.rows == expected.rows)
        if let sentence = expected.sentence {
            #expect(document.texts.contains { $0.contains(sentence) }, "\(document.texts)")
        } else {
            #expect(!document.rows.contains(0), "there is a table without rows")
            #expect(document.charts.allSatisfy { !$0.rows.isEmpty }, "there is a chart without rows")
        }
    }

    @Test(arguments: expectations, ["ar", "fr"])
    func `a script gives the same numbers in every language`(_ expected: Expectation, language: String) throws
    {
        let document = try Self.run(expected, language: language)
        let english = try Self.run(expected)
        #expect(document.metrics.map(\.value) == english.metrics.map(\.value))
        #expect(document.rows == english.rows)
        #expect(document.charts.map(\.rows.count) == english.charts.map(\.rows.count))
        #expect(document.metrics.allSatisfy { Self.isArabic($0.title) == Self.isArabic(language) })
    }

    @Test func `every script has its numbers tested`() throws {
        let scripts = try Self.scripts.map { String($0.dropLast(4)) }
        #expect(scripts.count >= 13)
        #expect(Set(scripts) == Set(Self.expectations.map(\.script)))
    }

    @Test func `every script says what it does, and says everything in three languages`() throws {
        for script in try Self.scripts {
            let source = try String(contentsOf: Self.folder.appending(path: script), encoding: .utf8)
            #expect(source.contains("\n  description = {\n"), "\(script)")
            let counts = ["ar", "en", "fr"].map { source.ranges(of: "\($0) = ").count }
            #expect(Set(counts).count == 1, "\(script): \(counts)")
        }
    }

    @Test(arguments: ["ar", "en", "fr"])
    func `every script has a title in the reader's language`(language: String) throws {
        for expected in Self.expectations where expected.viewer == nil {
            let title = try Self.run(expected, language: language).title
            #expect(
                title?.isEmpty == false && Self.isArabic(title ?? "") == Self.isArabic(language),
                "\(expected.script)")
        }
    }

    private static var scripts: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".lua") }
        }
    }

    /// Whether a text, or the texts of a language, are in Arabic letters.
    private static func isArabic(_ text: String) -> Bool {
        text == "ar" || text.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
    }

    /// What the script says, on 22 November 2026.
    private static func run(_ expected: Expectation, language: String = "en") throws -> Document {
        let source = try Data(contentsOf: Self.folder.appending(path: "\(expected.script).lua"))
        let evaluation = try Evaluation(
            script: "\(expected.script).lua", source: Array(source),
            snapshot: Demo.shared.snapshot(as: expected.viewer, language: language), now: Demo.now, zone: .utc,
            seed: 0, memory: 64 << 20, log: { _ in })
        var document = Document()
        try evaluation.run(parameters: expected.parameters) { document.take($0) }
        return document
    }

    /// What the parts of a document come to.
    struct Document {
        var title: String?
        var metrics: [Metric] = []
        var charts: [Chart] = []
        var texts: [String] = []
        var rows: [Int] = []

        mutating func take(_ part: Part) {
            switch part {
            case .begin(let header): title = header.title
            case .metric(let metric): metrics.append(metric)
            case .chart(let chart): charts.append(chart)
            case .text(let text), .note(let text): texts.append(text)
            case .beginTable: rows.append(0)
            case .rows(let more): rows[rows.count - 1] += more.count
            default: return
            }
        }
    }
}
