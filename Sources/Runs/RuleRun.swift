import Community
import Digests
import Scripting

/// Has some rules of one plugin look at a proposal. They share a worker as long as all goes well: one that loops or
/// brings its worker down has failed, and the next ones go on in another.
public struct RuleRun {
    private let workers: Workers
    private let request: Request
    private let rules: [String]
    private let proposal: Proposal
    private let log: (String) -> Void

    public struct Result {
        /// The commit that the worker saw; nil when it ended before it had a snapshot.
        public fileprivate(set) var commit: Int64?
        /// In the order of the rules; none when another commit was seen than the one expected.
        public fileprivate(set) var outcomes: [RuleOutcome] = []
        /// What the workers leave behind, each with the rule's text that it is about.
        public fileprivate(set) var receipts: [(receipt: Receipt, source: [UInt8])] = []
    }

    /// - Parameters:
    ///   - request: whose program is any of the rules; its job is of no account.
    ///   - rules: their files within the plugin.
    public init(
        workers: Workers, request: Request, rules: [String], proposal: Proposal,
        log: @escaping (String) -> Void = { _ in }
    ) {
        self.workers = workers
        self.request = request
        self.rules = rules
        self.proposal = proposal
        self.log = log
    }

    /// - Parameter commit: the one on which the proposal was planned. When the community has moved on, no rule's
    ///   outcome is of use.
    /// - Throws: `Failure` when the changes cannot be made; `WorkerError` when no worker can be started.
    public func perform(plannedOn commit: Int64) throws -> Result {
        if case .changes(let file) = proposal { try file.flush() }
        var result = Result()
        while result.outcomes.count < rules.count {
            let before = result.outcomes.count
            var request = request
            request.program = request.program.file(rules[before]) ?? request.program
            request.job = .check(rules: Array(rules[before...]), undoing: proposal.undone)
            var isLaid = false
            var receipt = try Run(
                workers: workers, request: request, input: proposal.input, log: log
            ).perform(
                part: { _ in },
                answer: { answer in
                    switch answer {
                    case .laid: isLaid = true
                    case .checked(let outcome):
                        let count = result.outcomes.count
                        guard count < rules.count, rules[count] == outcome.rule else {
                            throw ProtocolError("the outcome of a rule whose turn it was not")
                        }
                        result.outcomes.append(outcome)
                    default: break
                    }
                })
            result.commit = receipt.commit
            guard receipt.commit == commit || receipt.commit == nil else {
                result.outcomes = []
                return result
            }
            guard isLaid else {
                throw receipt.failure
                    ?? Failure(.died, "\(request.script): its worker ended without an answer")
            }
            let isStuck = result.outcomes.count == before
            if result.outcomes.count < rules.count, receipt.failure != nil || isStuck {
                // The rule in whose midst the worker ended.
                let failure =
                    receipt.failure ?? Failure(.died, "\(request.script): its worker ended before it")
                result.outcomes.append(RuleOutcome(rule: rules[result.outcomes.count], failure: failure))
            }
            var source = request.program.source
            if let failed = result.outcomes[before...].first(where: { $0.failure != nil }),
                let program = request.program.file(failed.rule)
            {
                receipt.failure = failed.failure
                receipt.script = program.name
                source = program.source
                receipt.sourceHash = SHA256.of(source)
            }
            result.receipts.append((receipt, source))
        }
        return result
    }
}
