import Community

@testable import Store

/// A plan whose differences are held, as a test's are few.
struct Planned {
    let summary: PlanSummary
    let diffs: [RecordDiff]
    private let changes: [Change]
    private let store: Store

    init(_ changes: [Change], in store: Store, for viewer: Viewer = .operator) throws {
        self.store = store
        self.changes = try changes.map { try $0.settled(in: store.schema) }
        var rest = self.changes[...]
        var diffs: [RecordDiff] = []
        summary = try store.plan(
            origin: .test, for: viewer, show: { diffs.append($0) }, next: { rest.popFirst() })
        self.diffs = diffs
    }

    /// - Returns: nil when the community has moved on since.
    func apply(
        from origin: ChangeSet.Origin = .test, accepting warnings: [ChangeSet.Warning] = []
    ) throws -> CommitReceipt? {
        try store.apply(origin: origin, accepting: warnings, planned: summary.commit) { commit in
            for change in changes { try commit.add(change) }
        }
    }
}
