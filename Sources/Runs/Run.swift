import Documents
import Store

/// One run as its host sees it: starts a worker, takes its document part by part, believes none of it, and
/// ends the worker when its time is over.
public struct Run {
    private let workers: Workers
    public let request: Request
    /// Of its receipt; nil: one is made.
    public let identifier: String?
    /// A file, open for reading, that the worker has as `Worker.input`; nil: none.
    public let input: Int32?
    /// What the script prints, line by line.
    public let log: (String) -> Void

    public init(
        workers: Workers, request: Request, identifier: String? = nil, input: Int32? = nil,
        log: @escaping (String) -> Void = { _ in }
    ) {
        self.identifier = identifier
        self.workers = workers
        self.request = request
        self.input = input
        self.log = log
    }

    /// Runs the script and gives each part of its document to `take` as it arrives. The receipt's failure
    /// says how the run ended if it did not end well; parts that came before stand.
    ///
    /// Throws `WorkerError` when no worker can be started, and `UnwrittenDocument` for what `take` throws, after
    /// ending the worker.
    public func perform(_ take: (Part) throws -> Void) throws -> Receipt {
        try perform(part: take, answer: { _ in })
    }

    /// How long nothing comes until `idle` is called.
    private static let lull = Duration.milliseconds(500)

    /// The same for any job. With each answer of a job in steps, the time of the next begins.
    ///
    /// - Parameter idle: called again and again while nothing comes.
    func perform(
        part: (Part) throws -> Void, answer: (Answer) throws -> Void,
        change: ([UInt8]) throws -> Void = { _ in }, idle: () -> Void = {}
    ) throws -> Receipt {
        var exchange = Exchange(request, identifier: identifier)
        let began = ContinuousClock.now
        let hold = request.job.readsCommunity ? SharedMemoryHold(community: request.community) : nil
        defer { withExtendedLifetime(hold) {} }
        var worker = try workers.take()
        try worker.give(try request.encoded(), input: input)
        do {
            let failure = try follow(&worker, &exchange, part, answer, change, idle)
            return exchange.close(failure: failure, elapsed: ContinuousClock.now - began)
        } catch {
            let failure = Failure(
                .unwritten, "\(request.script): its document could not be written to the end")
            throw UnwrittenDocument(
                receipt: exchange.close(failure: failure, elapsed: ContinuousClock.now - began), cause: error)
        }
    }

    /// - Returns: why the run has no whole document, if so.
    private func follow(
        _ worker: inout WorkerProcess, _ exchange: inout Exchange, _ part: (Part) throws -> Void,
        _ answer: (Answer) throws -> Void, _ change: ([UInt8]) throws -> Void, _ idle: () -> Void
    ) throws -> Failure? {
        // The time that the host itself takes to write is not the script's: only waiting is counted.
        let allowed = Duration.milliseconds(request.limits.time + RunLimits.grace)
        var patience = allowed
        var decoder = FrameDecoder()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        reading: while true {
            let waitingSince = ContinuousClock.now
            let arrival = worker.receive(into: buffer, until: waitingSince + min(patience, Self.lull))
            patience -= ContinuousClock.now - waitingSince
            if arrival == .timeout, patience > .zero {
                idle()
                continue
            }
            guard case .bytes(let count) = arrival else { break reading }
            decoder.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            do {
                while let frame = try decoder.next() {
                    try exchange.take(frame, part: part, answer: answer, change: change, log: log)
                    if request.job.isInSteps, frame.kind != .log { patience = allowed }
                }
            } catch let error as OutputLimit {
                return Failure(.stopped, "\(request.script): stopped because \(error)")
            } catch let error as ProtocolError {
                return Failure(
                    .died, "\(request.script): its worker sent \(error), so it was ended; nothing was changed"
                )
            }
            // After its last message a worker has nothing to do but to end.
            if exchange.ending != nil { patience = min(patience, .milliseconds(RunLimits.grace)) }
        }
        let end = worker.end(by: .now + patience)
        switch exchange.ending {
        case .finished: return nil
        case .failed(let failure): return failure
        case nil: return end?.failure(request.script) ?? late(exchange)
        }
    }

    private func late(_ exchange: Exchange) -> Failure {
        let operation = "one long operation that could not be interrupted (a pattern, a repetition, a sort)"
        let place =
            !exchange.hasStarted
            ? "opening the community"
            : request.job.readsFile ? "reading the file, or \(operation)" : operation
        let limit = RunLimits.text(milliseconds: request.limits.time)
        return Failure(
            .stopped, "\(request.script): stopped after \(limit), its time limit, in the midst of \(place)")
    }
}

/// A run that was ended because nobody took its document: a full disk, a closed pipe.
public struct UnwrittenDocument: Error {
    public let receipt: Receipt
    public let cause: any Error
}

extension Duration {
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
