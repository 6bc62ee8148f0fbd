import Community

extension Store {
    /// Makes the changes of a set, all of them or none.
    ///
    /// Checked are the types of values, required fields, that references lead to records (also such as the
    /// same set makes, in any order), that identifiers are new, that nothing that others changed since is
    /// undone, that nothing that is deleted is still referred to, and that the viewer may do it. Rules are not.
    ///
    /// - Parameter viewer: who makes them: what they may write, and which records messages may name.
    /// - Throws: `badChange`, `unknownRecord`, `conflict`, `notPermitted`; `full`, `busy`, `readOnly`.
    @discardableResult
    public func apply(
        _ changes: ChangeSet, for viewer: Viewer = .operator
    ) throws(StoreError) -> CommitReceipt {
        try write { connection throws(StoreError) in
            let commit = try Commit(
                changes.origin, accepting: changes.accepted, declared.current(connection).whole, viewer,
                connection)
            for change in changes.changes { try commit.add(change) }
            return try commit.finish()
        }
    }

    /// Makes changes as they come, all of them or none: for such as may be too many to be held.
    ///
    /// - Parameters:
    ///   - accepted: warnings of rules that were gone past.
    ///   - planned: the commit on which these changes were planned; nil: whatever is there.
    ///   - changes: adds the changes, settled if they have been planned, or gives the commit up.
    /// - Returns: nil when the community has moved on since the plan was made, or the commit was given up.
    /// - Throws: as `apply` does, and what `changes` throws. Nothing is changed then.
    public func apply(
        origin: ChangeSet.Origin, accepting accepted: [ChangeSet.Warning] = [],
        planned: Int64? = nil, for viewer: Viewer = .operator, changes: (OpenCommit) throws -> Void
    ) throws -> CommitReceipt? {
        do {
            return try transact(keeping: true) { connection in
                if let planned, try AuditLog.last(connection) != planned { return nil }
                let commit = try Commit(
                    origin, accepting: accepted, declared.current(connection).whole, viewer, connection)
                let open = OpenCommit(commit, connection, baseSchema: declared.base)
                try changes(open)
                return try open.finish()
            }
        } catch is OpenCommit.GivenUp { return nil }
    }

    /// Takes a commit back, by a change set of its own, which can be taken back in its turn. What it made goes,
    /// what it deleted comes back, and fields that it changed become what they were; later changes of other
    /// fields stay.
    ///
    /// - Throws: `missing` where there is no such commit, or the viewer may not know of it; `conflict` when later
    ///   changes are in the way, naming the records and commits, or when nothing is left to undo.
    @discardableResult
    public func undo(
        _ number: Int64, origin: ChangeSet.Origin, for viewer: Viewer = .operator
    ) throws(StoreError) -> CommitReceipt {
        try write { connection throws(StoreError) in
            try undo(number, origin: origin, accepting: [], for: viewer, connection)
        }
    }

    /// Takes a commit back as planned.
    ///
    /// - Parameters:
    ///   - accepted: warnings of rules that were gone past.
    ///   - planned: the commit on which it was planned.
    /// - Returns: nil when the community has moved on since. Nothing is changed then.
    public func undo(
        _ number: Int64, origin: ChangeSet.Origin, accepting accepted: [ChangeSet.Warning],
        planned: Int64, for viewer: Viewer
    ) throws(StoreError) -> CommitReceipt? {
        try write { connection throws(StoreError) in
            guard try AuditLog.last(connection) == planned else { return nil }
            return try undo(number, origin: origin, accepting: accepted, for: viewer, connection)
        }
    }

    func undo(
        _ number: Int64, origin: ChangeSet.Origin, accepting accepted: [ChangeSet.Warning],
        for viewer: Viewer, _ connection: OpaquePointer,
        show: ((RecordDiff) throws(StoreError) -> Void)? = nil
    ) throws(StoreError) -> CommitReceipt {
        let commit = try Commit(
            origin, accepting: accepted, undoing: number, declared.current(connection).whole, viewer,
            connection, show: show)
        try commit.undo(number)
        let receipt = try commit.finish()
        guard receipt.changed > 0 else {
            throw StoreError(
                .conflict, "nothing is left to undo of commit \(number): all is as it was before")
        }
        return receipt
    }
}
