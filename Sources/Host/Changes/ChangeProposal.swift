import Community
import Runs
import Store

/// Changes that somebody proposes to make: a record's, those of a file or a folder, which may be too many to be held, or
/// the opposite of a commit. What they would do is planned and shown, rules look at it, and then it is done.
public struct ChangeProposal {
    private let access: CommunityAccess
    private let store: Store
    private let viewer: Viewer
    private let origin: ChangeSet.Origin
    private let work: Proposal

    /// - Parameter viewer: who makes the changes.
    init(
        _ work: Proposal, origin: ChangeSet.Origin, access: CommunityAccess, store: Store, viewer: Viewer
    ) {
        self.work = work
        self.origin = origin
        self.access = access
        self.store = store
        self.viewer = viewer
    }

    /// What it would do to the community as it is.
    ///
    /// - Parameter show: takes what becomes of each record.
    public func plan(show: (RecordDiff) throws -> Void) throws -> PlanSummary {
        switch work {
        case .changes(let changes):
            var reader = try changes.reader()
            return try store.plan(
                origin: origin, for: viewer, show: show, next: { try reader.next()?.change })
        case .undo(let number):
            return try store.plan(undoOf: number, origin: origin, for: viewer, show: show)
        }
    }

    /// What rules warn of.
    ///
    /// - Parameters:
    ///   - workers: where their runs have workers from.
    ///   - log: takes the lines that they print.
    ///   - warn: takes what the host has to say besides.
    /// - Returns: nil when the community has moved on since the plan was made.
    /// - Throws: `Failure` when rules refuse it, naming them and the records.
    public func warnings(
        against plan: PlanSummary, workers: Workers, log: @escaping (String) -> Void,
        warn: @escaping (String) -> Void
    ) throws -> [ChangeSet.Warning]? {
        try RuleCheck(access, workers: workers, log: log, warn: warn).warnings(against: work, as: plan)
    }

    /// Does what was planned, all of it or nothing.
    ///
    /// - Parameter warnings: of rules that were gone past.
    /// - Returns: nil when the community has moved on since.
    public func apply(_ plan: PlanSummary, accepting warnings: [ChangeSet.Warning]) throws -> CommitReceipt? {
        switch work {
        case .changes(let changes):
            return try store.apply(
                origin: origin, accepting: warnings, planned: plan.commit, for: viewer,
                changes: { commit in try changes.each { try commit.add($0.change) } })
        case .undo(let number):
            return try store.undo(
                number, origin: origin, accepting: warnings, planned: plan.commit, for: viewer)
        }
    }
}
