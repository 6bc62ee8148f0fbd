import Documents
import Foundation
import Scripting
import Store
import Synchronization

@testable import Runs

/// The demo community in a folder of its own, and the built `halqa`, which serves as its own worker.
struct DemoCommunity {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/community"
        let status = try Halqa(["init", path, "--demo", "--no-plugins"]).end()
        guard status == 0 else { throw Missing() }
    }

    struct Missing: Error {}

    struct Outcome {
        var receipt: Receipt
        var parts: [Part] = []
        var lines: [String] = []

        var reason: Failure.Reason? { receipt.failure?.reason }
        var sentence: String { receipt.failure?.description ?? "" }

        /// The value of the only metric, as a report that returns a number has it.
        var value: Cell? {
            for case .metric(let metric) in parts { return metric.value }
            return nil
        }

        var rows: [[Cell]] {
            var all: [[Cell]] = []
            for case .rows(let rows) in parts { all += rows.map(\.cells) }
            return all
        }
    }

    /// 22 November 2024, 12:00 UTC.
    static let now: Int64 = 1_732_276_800_000

    func request(_ script: String, limits: RunLimits = RunLimits()) -> Request {
        Request(
            community: path, program: Program(name: "report.lua", source: Array(script.utf8)), now: Self.now,
            limits: limits)
    }

    func run(_ request: Request, take: (Part) -> Void = { _ in }) throws -> Outcome {
        var parts: [Part] = []
        var lines: [String] = []
        let receipt = try Run(workers: Halqa.workers, request: request, log: { lines.append($0) })
            .perform {
                parts.append($0)
                take($0)
            }
        return Outcome(receipt: receipt, parts: parts, lines: lines)
    }

    func run(_ script: String, limits: RunLimits = RunLimits()) throws -> Outcome {
        try run(request(script, limits: limits))
    }
}

/// A process of the built command.
final class Halqa {
    /// It lies beside the bundle of tests.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/halqa"
    }()

    static var workers: Workers { Workers(executable: path) }

    let process = Process()
    let standardError = Pipe()
    /// Foundation's `Process` crashes now and then when several threads start one at a time.
    private static let starting = Mutex(())

    init(_ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = standardError
        try Self.starting.withLock { _ in try process.run() }
    }

    func end() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
