import CBatch
import CRows
import Community
import GRDBSQLite

/// Up to `BATCH_ROWS` records of an entity, column by column. It owns the memory that `pointer` shows; the
/// columns are the entity's fields, in their order.
public final class RecordBatch {
    public let entity: Entity
    /// What a consumer of batches reads. It stays where it is as long as this object lives.
    public let pointer: UnsafeMutablePointer<batch>
    private let columns: UnsafeMutablePointer<BatchColumn>
    /// The columns refer to it.
    private let language: ReadingLanguage

    /// Offsets into a column's bytes have 31 bits.
    private static let largestSize = Int(Int32.max)

    init(_ entity: Entity, _ language: ReadingLanguage, _ tags: LightTags, _ schema: Schema) {
        self.entity = entity
        self.language = language
        let count = entity.fields.count
        columns = .allocate(capacity: count)
        let described = UnsafeMutablePointer<batch_column>.allocate(capacity: count)
        for (index, field) in entity.fields.enumerated() {
            let column = BatchColumn(field.type, language, tags, schema)
            (columns + index).initialize(to: column)
            let isComputed = column.kind == UInt8(BATCH_COMPUTED.rawValue)
            (described + index).initialize(
                to: batch_column(
                    kind: isComputed ? column.kind : UInt8(BATCH_ABSENT.rawValue), tag: 0, present: nil,
                    words: nil,
                    bytes: nil))
        }
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: batch())
        pointer.pointee.columns = described
        pointer.pointee.column_count = UInt32(count)
        batch_clear(pointer)
    }

    deinit {
        for index in entity.fields.indices { rows_close_column(columns + index) }
        columns.deallocate()
        pointer.pointee.columns.deallocate()
        pointer.deallocate()
    }

    public var count: Int { Int(pointer.pointee.count) }

    public var keys: [Int64] { (0..<count).map(key) }

    /// The inner key of the record in a row.
    public func key(_ row: Int) -> Int64 {
        withUnsafePointer(to: &pointer.pointee.keys) { keys in
            UnsafeRawPointer(keys).assumingMemoryBound(to: Int64.self)[row]
        }
    }

    /// Whether the batch holds the field of that index.
    public func isLoaded(_ field: Int) -> Bool {
        columns[field].present != nil
            && pointer.pointee.columns[field].kind != UInt8(BATCH_ABSENT.rawValue)
    }

    /// The value of a loaded field, as its reader has it: text in several languages is theirs, a reference
    /// is a key, an item of a list is text. Null for a field that is not loaded.
    public func value(_ row: Int, _ field: Int) -> FieldValue {
        isLoaded(field) ? columns[field].value(row, of: entity.fields[field].type) : .null
    }

    /// The batch as those who fill it know it. Who fills it keeps this object alive.
    var target: rows_batch { rows_batch(batch: pointer, columns: columns) }

    /// Forgets all rows, and which columns were loaded, but not their memory.
    func clear() {
        rows_clear(target)
    }

    /// Takes rows from a statement, whose first column is the key and whose others are these fields, until
    /// the batch is full.
    ///
    /// - Returns: whether there may be more.
    func take(_ statement: Statement, _ fields: [Int32]) throws(StoreError) -> Bool {
        let code = rows_take(target, statement.pointer, fields, Int32(fields.count))
        guard code == SQLITE_ROW || code == SQLITE_DONE else {
            throw StoreError(connection: statement.connection, code: code)
        }
        for field in fields { try checkSize(Int(field)) }
        return code == SQLITE_ROW
    }

    /// Adds a column to the records that the batch holds. The statement's columns are key and value, its rows
    /// in any order.
    func add(_ field: Int, from statement: Statement) throws(StoreError) -> Int {
        let column = columns + field
        rows_open_column(column)
        column.pointee.size = 0
        column.pointee.present.update(repeating: 0, count: Int(BATCH_ROWS))
        var rows = 0
        while try statement.step() {
            rows += 1
            let row = batch_row(pointer, statement.integer(0))
            if row >= 0 { rows_fill(column, UInt32(row), statement.pointer, 1) }
        }
        try checkSize(field)
        rows_show(column, pointer.pointee.columns + field)
        return rows
    }

    private func checkSize(_ field: Int) throws(StoreError) {
        guard columns[field].size <= Self.largestSize else {
            clear()
            throw StoreError(
                .tooLarge, "the texts of '\(entity.fields[field].name)' are too large to be read at once")
        }
    }
}
