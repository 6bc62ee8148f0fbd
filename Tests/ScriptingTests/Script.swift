import Community
import Documents
import Foundation
import Store
import Testing

@testable import Scripting

/// A script that runs on the community of its suite, in this process: only such as do no harm.
struct Script {
    /// What it printed, line by line.
    var lines: [String] = []
    var parts: [Part] = []

    /// The clock of all runs: half an hour after midnight in Beirut, a day earlier in UTC.
    static let now = Instant("2024-06-30T21:30:00Z")

    /// - Parameter viewer: a member's identifier; nil for the operator.
    init(
        _ source: String, name: String = "script.lua", as viewer: String? = nil, language: String? = nil,
        _ parameters: [String: String] = [:], on snapshot: Snapshot? = nil, provenance: Bool = false
    ) throws {
        try self.init(
            Program(name: name, source: Array(source.utf8)), as: viewer, language: language, parameters,
            on: snapshot, provenance: provenance)
    }

    init(
        _ program: Program, as viewer: String? = nil, language: String? = nil,
        _ parameters: [String: String] = [:], on snapshot: Snapshot? = nil, provenance: Bool = false
    ) throws {
        let snapshot =
            try snapshot
            ?? TestCommunity.shared.snapshot(as: viewer, language: language, grants: program.plugin?.grants)
        let output = Output()
        let evaluation = try Evaluation(
            program, snapshot: snapshot, now: #require(Self.now),
            zone: #require(Zone("Asia/Beirut")), seed: 1, memory: 64 << 20, provenance: provenance,
            log: { output.lines.append($0) })
        var parts: [Part] = []
        try evaluation.run(parameters: parameters) { parts.append($0) }
        self.parts = parts
        lines = output.lines
    }

    private final class Output {
        var lines: [String] = []
    }

    /// A report of these lines, which stand from line 2 on.
    static func body(_ lines: String) -> String {
        "return function(community, params)\n\(lines)\nend"
    }

    /// The sentence that a script ends with, or nil when it ends well.
    static func failure(
        _ source: String, as viewer: String? = nil, _ parameters: [String: String] = [:]
    ) throws -> ScriptFailure? {
        try failure(Program(name: "script.lua", source: Array(source.utf8)), as: viewer, parameters)
    }

    static func failure(
        _ program: Program, as viewer: String? = nil, _ parameters: [String: String] = [:]
    ) throws -> ScriptFailure? {
        do {
            _ = try Script(program, as: viewer, parameters)
            return nil
        } catch let failure as ScriptFailure {
            return failure
        }
    }

    /// Expects that a report of these lines, which stand from line 2 on, ends with that sentence.
    static func expect(
        _ message: String, of lines: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let failure = try #require(try failure(body(lines)), sourceLocation: sourceLocation)
        #expect(
            failure.description.split(separator: "\n").first.map(String.init) == message,
            sourceLocation: sourceLocation)
        #expect(failure.kind == .script, sourceLocation: sourceLocation)
    }

    /// The only value of a report that returns one.
    var value: Cell? {
        for case .metric(let metric) in parts { return metric.value }
        for case .text(let text) in parts { return .text(text) }
        return nil
    }

    /// The rows of all tables.
    var rows: [[Cell]] {
        parts.flatMap { if case .rows(let rows) = $0 { rows.map(\.cells) } else { [] as [[Cell]] } }
    }

    var columns: [Column] {
        parts.flatMap { if case .beginTable(let header) = $0 { header.columns } else { [] as [Column] } }
    }

    var charts: [Chart] {
        parts.compactMap { if case .chart(let chart) = $0 { chart } else { nil as Chart? } }
    }

    var timelines: [Timeline] {
        parts.compactMap { if case .timeline(let timeline) = $0 { timeline } else { nil as Timeline? } }
    }

    var metrics: [Metric] {
        parts.compactMap { if case .metric(let metric) = $0 { metric } else { nil as Metric? } }
    }
}
