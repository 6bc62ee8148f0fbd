import Community
import Documents
import Foundation
import Scripting
import Store
import Testing

@testable import Host

/// Each script of `Scripts` gives the numbers that follow from the demo's data files by counting.
struct ScriptTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scripts").standardizedFileURL

    struct Expectation: CustomTestStringConvertible {
        let script: String
        var parameters: [String: String] = [:]
        /// By title.
        let metrics: [String: Cell]
        /// How many rows the tables have, in their order.
        let rows: [Int]
        /// How many rows the timelines have.
        var timelines: [Int] = []
        var testDescription: String { script }
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
            rows: [5, 4], timelines: [5]),
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
        let parts = try Self.run(expected.script, expected.parameters)
        var metrics: [String: Cell] = [:]
        var rows: [Int] = []
        var timelines: [Int] = []
        for part in parts {
            switch part {
            case .metric(let metric): metrics[metric.title] = metric.value
            case .timeline(let timeline): timelines.append(timeline.rows.count)
            case .beginTable: rows.append(0)
            case .rows(let more): rows[rows.count - 1] += more.count
            default: continue
            }
        }
        #expect(metrics == expected.metrics)
        #expect(rows == expected.rows)
        #expect(timelines == expected.timelines)
    }

    @Test func `every script has its numbers tested`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let scripts = Set(files.filter { $0.hasSuffix(".lua") }.map { String($0.dropLast(4)) })
        #expect(scripts.count >= 6)
        #expect(scripts == Set(Self.expectations.map(\.script)))
    }

    @Test(arguments: ["ar", "en", "fr"])
    func `every script has a title in the reader's language`(language: String) throws {
        for script in Set(Self.expectations.map(\.script)) {
            let parameters = Self.expectations.first { $0.script == script }?.parameters ?? [:]
            guard case .begin(let header) = try Self.run(script, parameters, language: language).first else {
                Issue.record("\(script) gave no document")
                continue
            }
            let isArabic =
                header.title?.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) } ?? false
            #expect(header.title?.isEmpty == false && isArabic == (language == "ar"), "\(script)")
        }
    }

    /// The script's document, for the operator, on 22 November 2026.
    private static func run(_ script: String, _ parameters: [String: String], language: String = "en") throws
        -> [Part]
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "halqa-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let now = Instant(milliseconds: 1_795_305_600_000)
        let store = try NewCommunity(folder: folder.path, language: "en", now: now).createDemo()
        let source = try Data(contentsOf: Self.folder.appending(path: "\(script).lua"))
        let evaluation = try Evaluation(
            script: "\(script).lua", source: Array(source), snapshot: store.snapshot(language: language),
            now: now,
            zone: .utc, seed: 0, memory: 64 << 20, log: { _ in })
        var parts: [Part] = []
        try evaluation.run(parameters: parameters) { parts.append($0) }
        return parts
    }
}
