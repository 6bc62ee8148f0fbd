import Documents
import Foundation

/// One run as its host sees it: starts a worker, takes its document part by part, believes none of it, and
/// ends the worker when its time is over.
public struct Run {
    /// The program whose `worker` command is the worker: this same binary.
    public let executable: String
    public let request: Request
    /// What the script prints, line by line.
    public let log: (String) -> Void

    public init(executable: String, request: Request, log: @escaping (String) -> Void = { _ in }) {
        self.executable = executable
        self.request = request
        self.log = log
    }

    /// The argument after which the binary is a worker and nothing else.
    public static let workerArgument = "worker"

    /// Runs the script and gives each part of its document to `take` as it arrives. The receipt's failure
    /// says how the run ended if it did not end well; parts that came before stand.
    ///
    /// Throws `WorkerError` when no worker can be started, and what `take` throws, after ending the worker.
    public func perform(_ take: (Part) throws -> Void) throws -> Receipt {
        var receipt = Receipt(request)
        let clock = ContinuousClock()
        let began = clock.now
        var worker = try WorkerProcess(executable: executable, arguments: [Self.workerArgument])
        let outcome = try follow(&worker, &receipt, take)
        receipt.elapsed = (clock.now - began).milliseconds
        receipt.failure = outcome
        return receipt
    }

    private func follow(
        _ worker: inout WorkerProcess, _ receipt: inout Receipt, _ take: (Part) throws -> Void
    ) throws -> Failure? {
        var output = ReceivedDocument(limits: request.limits)
        defer { receipt.take(&output) }
        // The time that the host itself takes to write is not the script's: only waiting is counted.
        var patience = Duration.milliseconds(request.limits.time + RunLimits.grace)
        let body = try JSONEncoder().encode(request)
        // A worker that has gone already shows below, by its end.
        _ = worker.send(Frame(kind: .request, body: Array(body)).bytes)
        var decoder = FrameDecoder()
        var ending: Ending?
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        reading: while true {
            let waitingSince = ContinuousClock.now
            let arrival = worker.receive(into: buffer, until: waitingSince + patience)
            patience -= ContinuousClock.now - waitingSince
            switch arrival {
            case .timeout:
                worker.kill()
                _ = worker.wait()
                return Failure(.stopped, killed(hasStarted: receipt.commit != nil))
            case .end: break reading
            case .bytes(let count):
                decoder.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
            do {
                while let frame = try decoder.next() {
                    guard ending == nil else { throw ProtocolError("a frame after the last one") }
                    ending = try handle(frame, &receipt, &output, take)
                }
            } catch let error as OutputLimit {
                worker.kill()
                return Failure(.stopped, "\(request.script): \(error)")
            } catch let error as ProtocolError {
                worker.kill()
                return Failure(.died, "\(request.script): its worker sent \(error), so it was ended")
            }
        }
        let end = worker.wait()
        switch ending {
        case .finished where output.isComplete: return nil
        case .failed(let failure): return failure
        default: return Failure(.died, "\(request.script): \(Self.sentence(for: end))")
        }
    }

    private enum Ending {
        case finished
        case failed(Failure)
    }

    private func handle(
        _ frame: Frame, _ receipt: inout Receipt, _ output: inout ReceivedDocument,
        _ take: (Part) throws -> Void
    ) throws -> Ending? {
        switch frame.kind {
        case .request: throw ProtocolError("a request")
        case .started:
            guard receipt.commit == nil else { throw ProtocolError("a second start") }
            receipt.take(try message(Started.self, frame))
        case .log:
            if let line = try output.log(frame.body) { log(line) }
        case .part:
            guard receipt.commit != nil else { throw ProtocolError("a document before its start") }
            try take(try output.part(frame.body))
        case .finished:
            receipt.usage = try message(Finished.self, frame).usage
            return .finished
        case .failed:
            let message = try message(Failed.self, frame)
            receipt.usage = message.usage
            return .failed(message.failure)
        }
        return nil
    }

    private func message<Message: Decodable>(_ type: Message.Type, _ frame: Frame) throws -> Message {
        guard frame.body.count <= 1 << 20 else { throw ProtocolError("a message too long") }
        do {
            return try JSONDecoder().decode(type, from: Data(frame.body))
        } catch {
            throw ProtocolError("a message that cannot be read")
        }
    }

    private func killed(hasStarted: Bool) -> String {
        let seconds = Double(request.limits.time) / 1000
        return
            "\(request.script): stopped after \(seconds.formatted()) seconds, its time limit, in the midst of "
            + (hasStarted
                ? "one long operation that could not be interrupted (a pattern, a repetition, a sort)"
                : "opening the community")
    }

    private static func sentence(for end: WorkerProcess.End) -> String {
        switch end {
        case .exited(let code): "its worker ended early (exit code \(code)); nothing was changed"
        case .killed(SIGXCPU), .killed(SIGKILL):
            "its worker was killed by the system, most likely for want of memory; nothing was changed"
        case .killed(SIGABRT), .killed(SIGILL), .killed(SIGTRAP):
            "its worker ran out of memory or gave up (signal \(signalName(end))); nothing was changed"
        case .killed(let signal):
            "the script brought Lua itself down (signal \(signal)); nothing was changed"
        }
    }

    private static func signalName(_ end: WorkerProcess.End) -> String {
        switch end {
        case .killed(let signal): String(cString: strsignal(signal))
        case .exited(let code): String(code)
        }
    }
}

extension Duration {
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
