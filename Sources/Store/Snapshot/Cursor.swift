import CBatch
import Community

/// The records of a query, a batch at a time. The batch is one and the same, filled again in place, so that
/// memory does not grow with the number of records.
public final class Cursor {
    public let batch: RecordBatch
    private let snapshot: Snapshot
    private var statement: Statement?
    private let fields: [Int]

    init(_ snapshot: Snapshot, _ statement: Statement, _ batch: RecordBatch, _ fields: [Int]) {
        self.snapshot = snapshot
        self.statement = statement
        self.batch = batch
        self.fields = fields
    }

    deinit { close() }

    /// Fills the batch with the next records. Whoever still looks at the last ones must be done with them.
    ///
    /// - Returns: false when there are none left.
    public func next() throws(StoreError) -> Bool {
        guard let statement else { return false }
        batch.clear()
        if try !batch.take(statement, fields) { close() }
        snapshot.rowsRead += batch.count
        try snapshot.followRead(batch.entity, batch.keys)
        return batch.count > 0
    }

    /// Ends it early; the batch keeps its rows.
    public func close() {
        if let statement { snapshot.giveBack(statement) }
        statement = nil
    }
}
