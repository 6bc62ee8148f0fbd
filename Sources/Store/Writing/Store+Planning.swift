import Community

// Plans: the same changes made for a look at what comes of them, and taken back.
extension Store {
    /// What changes would do to the community as it is now.
    ///
    /// - Parameters:
    ///   - show: takes what becomes of each record, as far as the viewer may know it.
    ///   - refuse: takes changes that cannot be made, by their number from 0, and why; the others are planned as if they
    ///     were not there. Without it, one ends the plan.
    ///   - next: gives the next change, settled, so that the same is made when the plan is applied; nil after the last.
    /// - Throws: what making them would, and what `show` and `next` throw.
    public func plan(
        origin: ChangeSet.Origin, for viewer: Viewer = .operator,
        show: (RecordDiff) throws -> Void, refuse: ((Int, StoreError) -> Void)? = nil,
        next: () throws -> Change?
    ) throws -> PlanSummary {
        try plan(for: viewer, show: show) { connection, tell in
            var count = 0
            let note = refuse.map { refuse in
                { (number: Int, error: StoreError) in
                    count -= 1
                    refuse(number, error)
                }
            }
            let commit = try Commit(
                origin, declared.current(connection).whole, viewer, connection, show: tell, refuse: note)
            while let change = try next() {
                try commit.add(change)
                count += 1
            }
            _ = try commit.finish()
            return count
        }
    }

    /// What taking a commit back would do.
    ///
    /// - Parameter show: takes what becomes of each record, as far as the viewer may know it.
    /// - Throws: what `undo` would, and what `show` throws.
    public func plan(
        undoOf number: Int64, origin: ChangeSet.Origin, for viewer: Viewer = .operator,
        show: (RecordDiff) throws -> Void
    ) throws -> PlanSummary {
        try plan(for: viewer, show: show) { connection, tell in
            try undo(number, origin: origin, accepting: [], for: viewer, connection, show: tell).changed
        }
    }

    /// - Parameter make: makes the changes, and gives how many they were.
    private func plan(
        for viewer: Viewer, show: (RecordDiff) throws -> Void,
        make: (OpaquePointer, @escaping (RecordDiff) throws(StoreError) -> Void) throws -> Int
    ) throws -> PlanSummary {
        try transact(keeping: false) { connection in
            var summary = PlanSummary(commit: try AuditLog.last(connection))
            var failure: (any Error)?
            let count = try withoutActuallyEscaping(show) { show in
                do {
                    return try make(connection) { diff throws(StoreError) in
                        summary.count(diff)
                        do { try show(diff) } catch {
                            failure = error
                            throw StoreError(error)
                        }
                    }
                } catch { throw failure ?? error }
            }
            summary.end(of: count)
            return summary
        }
    }
}
