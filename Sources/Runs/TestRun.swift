import Community
import Scratch
import Scripting

/// Runs the tests of a file. They share workers as long as all goes well: one that loops or brings its worker
/// down is a failed test, and the next ones go on in another.
public struct TestRun {
    private let workers: Workers
    private let request: Request
    private let filter: String?
    private let log: (String) -> Void

    /// What one test may use.
    public static let limits = RunLimits(time: 10_000)

    /// - Parameters:
    ///   - workers: where they are started.
    ///   - program: a file of a plugin's `tests`, with all the plugin's files.
    ///   - now: the clock of the tests, in milliseconds since 1970, UTC.
    ///   - filter: only the tests whose names have this in them; none may.
    ///   - log: takes the lines that tests and what they run print.
    public init(
        workers: Workers, program: Program, now: Int64, language: String? = nil,
        filter: String? = nil, limits: RunLimits = TestRun.limits, requiresConfinement: Bool = false,
        log: @escaping (String) -> Void = { _ in }
    ) {
        self.workers = workers
        self.filter = filter
        self.log = log
        request = Request(
            community: "", program: program, job: .test(after: nil, filter: filter), now: now,
            language: language, seed: 1, limits: limits, requiresConfinement: requiresConfinement)
    }

    /// Runs the tests in the order of their names, and gives each outcome to `take` as it comes.
    ///
    /// - Returns: why there are no outcomes: the file does not load.
    /// - Throws: `WorkerError` when no worker can be started; `ScratchError`; what `take` throws.
    public func perform(_ take: (TestOutcome) throws -> Void) throws -> Failure? {
        var plan: [String]?
        var done = 0
        func receive(_ answer: Answer) throws {
            switch answer {
            case .plan(let answered):
                guard plan == nil || plan == answered.names else {
                    throw ProtocolError("other tests than before")
                }
                plan = answered.names
            case .outcome(let outcome):
                guard let names = plan, done < names.count, names[done] == outcome.name else {
                    throw ProtocolError("the outcome of a test whose turn it was not")
                }
                done += 1
                try take(outcome)
            default: break
            }
        }
        repeat {
            let before = done
            let scratch = try ScratchFolder()
            var request = request
            request.community = scratch.path
            request.job = .test(after: done > 0 ? plan?[done - 1] : nil, filter: filter)
            let receipt: Receipt
            do {
                receipt = try Run(workers: workers, request: request, log: log).perform(
                    part: { _ in }, answer: receive)
            } catch let unwritten as UnwrittenDocument { throw unwritten.cause }
            guard let names = plan else {
                return receipt.failure
                    ?? Failure(.died, "\(request.script): its worker ended without an answer")
            }
            guard done < names.count, receipt.failure != nil || done == before else { continue }
            // The test in whose midst the worker ended.
            let reason = receipt.failure?.description ?? "its worker ended before it"
            try take(
                TestOutcome(
                    name: names[done], milliseconds: receipt.elapsed,
                    failure: TestFailure(reason, wasStopped: true)))
            done += 1
        } while done < (plan?.count ?? 0)
        return nil
    }
}
