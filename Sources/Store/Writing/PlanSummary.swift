import Community

/// What a plan of changes comes to, whose differences were shown one by one.
public struct PlanSummary: Sendable, Hashable {
    /// The number of the commit on which it was made. Applying does exactly what was planned or, when the community has
    /// moved on, nothing.
    public let commit: Int64
    public private(set) var created = 0
    public private(set) var updated = 0
    public private(set) var deleted = 0
    /// Records that would be as they are.
    public private(set) var unchanged = 0
    private var kinds: Set<Kind> = []

    /// What becomes of records of an entity.
    private struct Kind: Hashable {
        let entity: String
        let action: RecordDiff.Action
    }

    /// Records that would be other than before.
    public var changed: Int { created + updated + deleted }

    /// What would become of records, as rules name it: `session.create`.
    public var events: Set<String> { Set(kinds.map { "\($0.entity).\($0.action.rawValue)" }) }

    init(commit: Int64) {
        self.commit = commit
    }

    mutating func count(_ diff: RecordDiff) {
        kinds.insert(Kind(entity: diff.entity, action: diff.action))
        switch diff.action {
        case .create: created += 1
        case .update: updated += 1
        case .delete: deleted += 1
        }
    }

    mutating func end(of changes: Int) {
        unchanged = changes - changed
    }
}
