import Documents
import Foundation
import Scripting

@testable import Runs

/// A program in a worker's place that sends what a test wants.
struct FakeWorker {
    let folder: TemporaryFolder
    let executable: String
    var workers: Workers { Workers(executable: executable) }

    /// - Parameters:
    ///   - bytes: what it sends first.
    ///   - end: what it does then, for `sh`; the folder's path is `$folder`. By default it just ends.
    init(sending bytes: [UInt8] = [], then end: String = "") throws {
        folder = try TemporaryFolder()
        try folder.write(bytes, to: "bytes")
        try folder.write(end.utf8, to: "end")
        // A program that was just written may still be open in a child that another thread is starting, and cannot be
        // started then ("text file busy"). So the program is one that is there already, by another name.
        executable = folder.path + "/worker"
        try FileManager.default.createSymbolicLink(
            atPath: executable, withDestinationPath: Bundle.module.bundlePath + "/fake-worker")
    }

    struct Outcome {
        var receipt: Receipt
        var parts: [Part] = []
        var lines: [String] = []

        var reason: Failure.Reason? { receipt.failure?.reason }
        var sentence: String { receipt.failure?.description ?? "" }
    }

    /// - Parameter time: the limit, in milliseconds.
    func run(time: Int = 10_000, rows: Int = 2_000_000) throws -> Outcome {
        let request = Request(
            community: "/nowhere", program: Program(name: "report.lua", source: Array("return 1".utf8)),
            now: 0, seed: 1,
            limits: RunLimits(time: time, rows: rows))
        var parts: [Part] = []
        var lines: [String] = []
        let receipt = try Run(workers: workers, request: request, log: { lines.append($0) })
            .perform { parts.append($0) }
        return Outcome(receipt: receipt, parts: parts, lines: lines)
    }

    /// Whether the process whose number it wrote into the file is there, or waits to be reaped.
    func isAlive(_ file: String = "pid") throws -> Bool {
        guard let number = try folder.number(in: file) else { return false }
        return kill(number, 0) == 0
    }
}
