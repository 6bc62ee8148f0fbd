import Community
import Runs
import Store

/// Changes that may be too many to be held, those of a folder or the opposite of a commit: what they would do, and then
/// doing it.
public struct ChangeProposal {
    let access: CommunityAccess
    let store: Store
    let viewer: Viewer
    let origin: ChangeSet.Origin
    let work: Proposal

    /// What it would do to the community as it is.
    ///
    /// - Parameter show: takes what becomes of each record.
    public func plan(show: (RecordDiff) throws -> Void) throws -> ChangePlan {
        var events: Set<String> = []
        func note(_ diff: RecordDiff) throws {
            events.insert("\(diff.entity).\(diff.action.rawValue)")
            try show(diff)
        }
        let summary: PlanSummary
        switch work {
        case .changes(let changes):
            var reader = try changes.reader()
            summary = try store.plan(
                origin: origin, for: viewer, show: note, next: { try reader.next()?.change })
        case .undo(let number):
            summary = try store.plan(undoOf: number, origin: origin, for: viewer, show: note)
        }
        return ChangePlan(summary: summary, events: events)
    }

    /// What rules warn of.
    ///
    /// - Returns: nil when the community has moved on since the plan was made.
    /// - Throws: `Failure` when rules refuse it.
    public func warnings(
        against plan: ChangePlan, workers: Workers, log: @escaping (String) -> Void,
        warn: @escaping (String) -> Void
    ) throws -> [ChangeSet.Warning]? {
        let summary = plan.summary
        return try RuleCheck(access, workers: workers, log: log, warn: warn).warnings(
            against: work, events: plan.events,
            changes: summary.created + summary.updated + summary.deleted, plannedOn: summary.commit)
    }

    /// Does what was planned.
    ///
    /// - Returns: nil when the community has moved on since.
    public func apply(_ plan: ChangePlan, accepting warnings: [ChangeSet.Warning]) throws -> CommitReceipt? {
        let commit = plan.summary.commit
        switch work {
        case .changes(let changes):
            return try store.apply(
                origin: origin, accepting: warnings, planned: commit, for: viewer,
                changes: { commit in try changes.each { try commit.add($0.change) } })
        case .undo(let number):
            return try store.undo(
                number, origin: origin, accepting: warnings, planned: commit, for: viewer)
        }
    }
}

/// What a proposal would do.
public struct ChangePlan {
    public let summary: PlanSummary
    /// What would become of records, as rules name it: `session.create`.
    let events: Set<String>
}
