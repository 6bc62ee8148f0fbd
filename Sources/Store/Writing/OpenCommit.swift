import Community
import GRDBSQLite

/// A commit to which changes are added as they come. Nobody else writes to the community while it is open.
public final class OpenCommit {
    private let commit: Commit
    private let connection: OpaquePointer
    private let baseSchema: Schema
    /// Whether it may still be made.
    public private(set) var isOpen = true

    init(_ commit: Commit, _ connection: OpaquePointer, baseSchema: Schema) {
        self.commit = commit
        self.connection = connection
        self.baseSchema = baseSchema
    }

    /// - Throws: `badChange`, `unknownRecord`, `conflict`, `notPermitted`; `full`. The commit is then at an end.
    public func add(_ change: Change) throws(StoreError) {
        guard isOpen else { throw StoreError(.defect, "a change is added to a commit that was given up") }
        try commit.add(change)
    }

    /// Gives all of it up at once: others may write from now on.
    public func abandon() {
        guard isOpen else { return }
        isOpen = false
        // What cannot be taken back here is taken back where the transaction ends.
        sqlite3_exec(connection, "ROLLBACK", nil, nil, nil)
    }

    /// Keeps the receipt of the run that the changes come out of, together with them: both are there, or neither.
    ///
    /// - Returns: as `Store.record` does.
    public func record(_ run: RunRecord, text: [UInt8]) throws(StoreError) -> String? {
        guard isOpen else { throw StoreError(.defect, "a receipt is added to a commit that was given up") }
        return try Store.record(run, text: text, connection, schema: baseSchema)
    }

    /// - Returns: nil where it was given up.
    func finish() throws(StoreError) -> CommitReceipt? { isOpen ? try commit.finish() : nil }
}
