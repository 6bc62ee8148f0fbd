import Community
import Confinement
import Documents
import Foundation
import Scripting
import Store

/// The other side of a `Run`: a process that takes one request from standard input, answers on standard
/// output, and ends. It never serves a second one.
public enum Worker {
    /// Serves the request; the process ends without returning to its caller's clean-up, so that nothing of the
    /// script (finalizers, the closing of its state) runs after the last frame.
    public static func serve() -> Never {
        signal(SIGPIPE, SIG_IGN)
        guard let request = receive() else { _exit(70) }
        var channel = WorkerChannel(deadline: .now + .milliseconds(request.limits.time))
        var usage: () -> Usage = { Usage() }
        do {
            try ProcessLimits(
                data: request.limits.processMemory, cpuSeconds: UInt64(request.limits.time / 1000 + 2)
            ).apply()
            try evaluate(request, &channel, &usage)
            try channel.send(.finished, Finished(usage: usage()))
            _exit(0)
        } catch let error {
            try? channel.send(.failed, Failed(failure: failure(error, request), usage: usage()))
            _exit(0)
        }
    }

    private static func evaluate(
        _ request: Request, _ channel: inout WorkerChannel, _ usage: inout () -> Usage
    ) throws {
        let store = try Store(opening: request.community, for: .reading)
        let snapshot = try store.snapshot(as: request.viewer, language: request.language)
        let zone = try zone(of: request, snapshot.viewer)
        let seed = request.seed ?? UInt64(bitPattern: snapshot.commit)
        try channel.send(
            .started,
            Started(
                commit: snapshot.commit, language: snapshot.language, zone: zone.identifier, seed: seed,
                luaVersion: Evaluation.luaVersion))
        let output = Output(channel)
        let evaluation = try Evaluation(
            script: request.script, source: request.source, snapshot: snapshot,
            now: Instant(milliseconds: request.now), zone: zone, seed: seed, memory: request.limits.memory,
            log: { output.log($0) })
        output.evaluation = evaluation
        defer { channel = output.channel }
        usage = {
            Usage(memory: evaluation.peakMemory, rowsRead: snapshot.rowsRead, cpu: Self.cpuMilliseconds())
        }
        try evaluation.arm(deadline: output.channel.remaining)
        try evaluation.run(parameters: request.parameters) { try output.part($0) }
        evaluation.disarm()
    }

    /// Where a running script's parts and lines go. What it sends may wait for the host, and that time is not
    /// the script's: the deadline moves by it.
    private final class Output {
        var channel: WorkerChannel
        var evaluation: Evaluation?

        init(_ channel: WorkerChannel) {
            self.channel = channel
        }

        func part(_ part: Part) throws {
            try send(Frame(kind: .part, body: try PartEncoder.encode(part)))
        }

        /// A line that cannot be sent is no reason to fail: the host is gone, and so will this process be.
        func log(_ line: String) {
            try? send(Frame(kind: .log, body: Array(line.utf8.prefix(1 << 16))))
        }

        private func send(_ frame: Frame) throws {
            evaluation?.disarm()
            try channel.send(frame)
            try evaluation?.arm(deadline: channel.remaining)
        }
    }

    private static func receive() -> Request? {
        var decoder = FrameDecoder()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            decoder.append(buffer[..<count])
            if let frame = try? decoder.next() {
                return try? JSONDecoder().decode(Request.self, from: Data(frame.body))
            }
        }
    }

    private static func zone(of request: Request, _ viewer: Viewer) throws(Failure) -> Zone {
        if let identifier = request.zone {
            guard let zone = Zone(identifier) else {
                throw Failure(.usage, "'\(identifier)' is not a time zone of the IANA database")
            }
            return zone
        }
        if case .member(let member) = viewer { return member.zone }
        return .utc
    }

    private static func cpuMilliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private static func failure(_ error: any Error, _ request: Request) -> Failure {
        switch error {
        case let failure as Failure: return failure
        case let failure as ScriptFailure:
            let reason: Failure.Reason =
                switch failure.kind {
                case .script: .script
                case .stopped: .stopped
                case .usage: .usage
                case .data: .data
                case .missing: .missing
                case .unreadable: .unreadable
                }
            return Failure(reason, failure.description)
        case let error as StoreError: return Failure(error)
        default: return Failure(.internal, "\(request.script): \(error)")
        }
    }
}
