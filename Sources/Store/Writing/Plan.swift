import Community

/// What a change set would do to the community as it was after a commit, without doing it.
public struct Plan: Sendable {
    /// The number of the commit on which it was made. Applying does exactly what the plan says or, when the
    /// community has moved on, nothing.
    public let commit: Int64
    /// What becomes of each record that would be other than before, in the order of the changes, as far as its
    /// viewer may know it.
    public let diffs: [RecordDiff]
    /// What rules have to say against it. Whoever applies it has gone past them.
    public var warnings: [ChangeSet.Warning] = []
    /// What is done when it is applied.
    public let changes: ChangeSet

    /// Whether nothing would be other than before.
    public var isEmpty: Bool { diffs.isEmpty }
}

/// What a plan comes to whose differences were shown one by one.
public struct PlanSummary: Sendable, Hashable {
    /// The number of the commit on which it was made.
    public let commit: Int64
    public private(set) var created = 0
    public private(set) var updated = 0
    public private(set) var deleted = 0
    /// Records that would be as they are.
    public private(set) var unchanged = 0

    /// Whether nothing would be other than before.
    public var isEmpty: Bool { created + updated + deleted == 0 }

    init(commit: Int64) {
        self.commit = commit
    }

    mutating func count(_ action: RecordDiff.Action) {
        switch action {
        case .create: created += 1
        case .update: updated += 1
        case .delete: deleted += 1
        }
    }

    mutating func end(of changes: Int) {
        unchanged = changes - created - updated - deleted
    }
}
