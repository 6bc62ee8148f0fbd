import Community
import Documents
import Foundation
import Plugins
import Scripting
import Store
import Testing

@testable import Host

/// Each script of `Scripts` and each report of the plugins in `Plugins` gives the numbers that follow from the demo's
/// data files by counting.
@Suite(.demo) struct ScriptTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL

    @Test(arguments: ScriptExpectation.all)
    func `a script gives the numbers that follow from the demo`(_ expected: ScriptExpectation) throws {
        let document = try Self.run(expected)
        #expect(
            Dictionary(document.metrics.map { ($0.title, $0.value) }) { first, _ in first }
                == expected.metrics)
        #expect(document.rows == expected.rows)
        #expect(document.timelines.map(\.rows.count) == expected.timelines)
        #expect(document.charts.allSatisfy { !$0.rows.isEmpty })
        if let sentence = expected.sentence {
            #expect(document.texts.contains { $0.contains(sentence) }, "\(document.texts)")
        }
    }

    @Test(arguments: ScriptExpectation.all, ["ar", "fr"])
    func `a script gives the same numbers in every language`(_ expected: ScriptExpectation, language: String)
        throws
    {
        let document = try Self.run(expected, language: language)
        let english = try Self.run(expected)
        #expect(document.metrics.map(\.value) == english.metrics.map(\.value))
        #expect(document.rows == english.rows)
        #expect(document.charts.map(\.rows.count) == english.charts.map(\.rows.count))
        #expect(document.metrics.allSatisfy { Self.isArabic($0.title) == Self.isArabic(language) })
    }

    @Test func `every report has its numbers tested`() throws {
        let scripts = try Self.files("Scripts").map { String($0.dropLast(4)) }
        let reports = try Self.plugins.flatMap { plugin in
            try Package(folder: Self.repository.appending(path: "Plugins/\(plugin)").path)
                .contributions.filter { $0.kind == .report }.map { "\(plugin)/\($0.name)" }
        }
        #expect(scripts.count >= 6 && reports.count >= 11)
        #expect(Set(scripts + reports) == Set(ScriptExpectation.all.map(\.script)))
    }

    @Test func `every file says everything in three languages, and contributions what they are for`() throws {
        var paths = try Self.files("Scripts").map { "Scripts/\($0)" }
        for plugin in try Self.plugins {
            let package = try Package(folder: Self.repository.appending(path: "Plugins/\(plugin)").path)
            paths += package.files.keys.filter { !$0.hasPrefix("tests/") && !$0.hasSuffix(".md") }
                .map { "Plugins/\(plugin)/\($0)" }
        }
        for path in paths {
            let source = try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
            if !path.contains("/lib/"), path.hasSuffix(".lua") {
                #expect(source.contains("\n  description = {\n"), "\(path)")
            }
            let counts = try ["ar", "en", "fr"].map { source.ranges(of: try Regex("\\b\($0) = ")).count }
            #expect(Set(counts).count == 1, "\(path): \(counts)")
        }
    }

    @Test(arguments: ["ar", "en", "fr"])
    func `every script has a title in the reader's language`(language: String) throws {
        for expected in ScriptExpectation.all where expected.viewer == nil {
            let title = try Self.run(expected, language: language).title
            #expect(
                title?.isEmpty == false && Self.isArabic(title ?? "") == Self.isArabic(language),
                "\(expected.script)")
        }
    }

    private static var plugins: [String] {
        get throws { try names("Plugins") }
    }

    /// The Lua files of a folder.
    private static func files(_ folder: String) throws -> [String] {
        try names(folder).filter { $0.hasSuffix(".lua") }
    }

    private static func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: repository.appending(path: folder).path).sorted()
    }

    /// Whether a text, or the texts of a language, are in Arabic letters.
    private static func isArabic(_ text: String) -> Bool {
        text == "ar" || text.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
    }

    /// What the script says, on 22 November 2026.
    private static func run(_ expected: ScriptExpectation, language: String = "en") throws -> Document {
        let program = try program(expected.script)
        let evaluation = try Evaluation(
            program,
            snapshot: Demo.shared.snapshot(
                as: expected.viewer, language: language, grants: program.plugin?.grants),
            now: Demo.now, zone: .utc,
            seed: 0, memory: 64 << 20, log: { _ in })
        var document = Document()
        try evaluation.run(parameters: expected.parameters) { document.take($0) }
        return document
    }

    private static func program(_ name: String) throws -> Program {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count == 2 else {
            let source = try Data(contentsOf: repository.appending(path: "Scripts/\(name).lua"))
            return Program(name: "\(name).lua", source: Array(source))
        }
        let package = try Package(folder: repository.appending(path: "Plugins/\(parts[0])").path)
        let path = "reports/\(parts[1]).lua"
        let source = try #require(package.files[path])
        return Program(name: "\(parts[0])/\(path)", source: source, plugin: PluginContext(package))
    }

    /// What the parts of a document come to.
    struct Document {
        var title: String?
        var metrics: [Metric] = []
        var charts: [Chart] = []
        var timelines: [Timeline] = []
        var texts: [String] = []
        var rows: [Int] = []

        mutating func take(_ part: Part) {
            switch part {
            case .begin(let header): title = header.title
            case .metric(let metric): metrics.append(metric)
            case .chart(let chart): charts.append(chart)
            case .timeline(let timeline): timelines.append(timeline)
            case .text(let text), .note(let text): texts.append(text)
            case .beginTable: rows.append(0)
            case .rows(let more): rows[rows.count - 1] += more.count
            default: return
            }
        }
    }
}
