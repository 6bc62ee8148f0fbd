import Documents
import Foundation
import Scripting

/// Where a running script's parts and lines go. What it sends may wait for the host, and that time is not the
/// script's: the deadline moves by it.
final class WorkerOutput {
    private(set) var channel: WorkerChannel
    var evaluation: Evaluation?
    /// A part that is too large to be sent, which is a limit's doing and not an error of the script's.
    private(set) var refusal: EncodeError?
    private var printed = PrintedLines()

    init(_ channel: WorkerChannel) {
        self.channel = channel
    }

    /// Rows that are too large together go in halves.
    func part(_ part: Part) throws {
        let body: [UInt8]
        do {
            body = try PartEncoder.encode(part)
        } catch {
            guard case .rows(let rows) = part, rows.count > 1 else {
                refusal = error
                throw error
            }
            try self.part(.rows(Array(rows[..<(rows.count / 2)])))
            return try self.part(.rows(Array(rows[(rows.count / 2)...])))
        }
        try send(Frame(kind: .part, body: body))
    }

    func changes(_ bytes: [UInt8]) throws {
        try send(Frame(kind: .changes, body: bytes))
    }

    /// The time that is left ends then.
    func renew(until deadline: ContinuousClock.Instant) {
        channel.deadline = deadline
    }

    func answer(_ answer: some Encodable) throws {
        try send(.answer, answer)
    }

    func send(_ kind: Frame.Kind, _ message: some Encodable) throws {
        try send(Frame(kind: kind, body: Array(try JSONEncoder().encode(message))))
    }

    /// A line that cannot be sent is no reason to fail: the host is gone, and so will this process be.
    func log(_ line: String) {
        guard let line = printed.cut(line) else { return }
        try? send(Frame(kind: .log, body: Array(line.utf8)))
    }

    private func send(_ frame: Frame) throws {
        evaluation?.disarm()
        try channel.send(frame)
        try evaluation?.arm(deadline: channel.remaining)
    }
}
