import CBatch
import CRows
import Community
import GRDBSQLite

/// The records of a query, a batch at a time. Batches are filled again in place, so that memory does not grow with
/// the number of records.
public final class Cursor {
    /// The one that was filled last.
    public private(set) var batch: RecordBatch
    private let snapshot: Snapshot
    private var statement: Statement?
    private let fields: [Int32]
    private var isBegun = false
    /// The batches that are filled in turns, once there is reading ahead.
    private var ring: [RecordBatch] = []
    private var walk: OpaquePointer?

    init(_ snapshot: Snapshot, _ statement: Statement, _ batch: RecordBatch, _ fields: [Int]) {
        self.snapshot = snapshot
        self.statement = statement
        self.batch = batch
        self.fields = fields.map(Int32.init)
    }

    deinit { close() }

    /// Fills the batch with the next records. Whoever still looks at the last ones must be done with them.
    ///
    /// - Returns: false when there are none left.
    public func next() throws(StoreError) -> Bool {
        guard let statement else { return false }
        if isBegun, let reader = snapshot.reader {
            try nextAhead(statement, reader)
        } else {
            // Nothing is read ahead of a first batch: it may be all that there is, or that is wanted.
            isBegun = true
            batch.clear()
            snapshot.hold()
            defer { snapshot.release() }
            if try !batch.take(statement, fields) { close() }
        }
        snapshot.rowsRead += batch.count
        try snapshot.followRead(batch.entity, batch.keys)
        return batch.count > 0
    }

    private func nextAhead(_ statement: Statement, _ reader: OpaquePointer) throws(StoreError) {
        if walk == nil {
            // The batch that was read first is the last whose turn it is.
            ring = (0..<Int(ROWS_AHEAD)).map { _ in snapshot.newBatch(of: batch.entity) } + [batch]
            walk = rows_begin(reader, statement.pointer, fields, Int32(fields.count), ring.map(\.target))
        }
        var place: UInt32 = 0
        let code = rows_next(walk, &place)
        switch code {
        case SQLITE_ROW: batch = ring[Int(place)]
        case SQLITE_DONE:
            batch.clear()
            close()
        default: throw StoreError(connection: statement.connection, code: code)
        }
    }

    /// Ends it early; the batch keeps its rows.
    public func close() {
        if let walk { rows_end(walk) }
        walk = nil
        if let statement {
            snapshot.hold()
            snapshot.giveBack(statement)
        }
        statement = nil
    }
}
