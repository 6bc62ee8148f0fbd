import Community

extension Store {
    /// Makes the changes of a set, all of them or none.
    ///
    /// Checked are the types of values, required fields, that references lead to records (also such as the
    /// same set makes, in any order), that identifiers are new, that what an update was based on is still
    /// what is there, and that nothing that is deleted is still referred to. Rights and rules are not.
    ///
    /// - Parameter viewer: who is told what is wrong: messages name only records that the viewer may see.
    /// - Throws: `badChange`, `unknownRecord`, `conflict`; `full`, `busy`, `readOnly`.
    @discardableResult
    public func apply(
        _ changes: ChangeSet, for viewer: Viewer = .operator
    ) throws(StoreError) -> CommitReceipt {
        try write { connection throws(StoreError) in
            try Commit(changes, declared.current(connection).whole, viewer, connection).make()
        }
    }
}
