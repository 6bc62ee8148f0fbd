import CBatch
import Community
import GRDBSQLite

/// Up to `BATCH_ROWS` records of an entity, column by column. It owns the memory that `pointer` shows; the
/// columns are the entity's fields, in their order.
public final class RecordBatch {
    public let entity: Entity
    /// What a consumer of batches reads. It stays where it is as long as this object lives.
    public let pointer: UnsafeMutablePointer<batch>
    private var columns: [BatchColumn?]
    private let kinds: [(batch_kind, UInt8)]
    private let language: ReadingLanguage

    /// A batch ends early at so many bytes of text, so that long texts do not fill the memory.
    private static let comfortableSize = 1 << 20
    /// Offsets into a column's bytes have 31 bits.
    private static let largestSize = Int(Int32.max)

    init(_ entity: Entity, _ language: ReadingLanguage, _ tags: LightTags, _ schema: Schema) {
        self.entity = entity
        self.language = language
        kinds = entity.fields.map { BatchColumn.kind($0.type, tags, schema) }
        columns = entity.fields.map { _ in nil }
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: batch())
        let described = UnsafeMutablePointer<batch_column>.allocate(capacity: entity.fields.count)
        described.initialize(repeating: batch_column(), count: entity.fields.count)
        pointer.pointee.columns = described
        pointer.pointee.column_count = UInt32(entity.fields.count)
        for (index, kind) in kinds.enumerated() where kind.0 == BATCH_COMPUTED {
            described[index].kind = UInt8(BATCH_COMPUTED.rawValue)
        }
        batch_clear(pointer)
    }

    deinit {
        for column in columns { column?.deallocate() }
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
        columns[field] != nil && pointer.pointee.columns[field].kind != UInt8(BATCH_ABSENT.rawValue)
    }

    /// The value of a loaded field, as its reader has it: text in several languages is theirs, a reference
    /// is a key, an item of a list is text. Null for a field that is not loaded.
    public func value(_ row: Int, _ field: Int) -> FieldValue {
        isLoaded(field) ? columns[field]?.value(row, of: entity.fields[field].type) ?? .null : .null
    }

    /// Forgets all rows, and which columns were loaded, but not their memory.
    func clear() {
        batch_clear(pointer)
        for index in columns.indices where columns[index] != nil {
            columns[index]?.clear()
            pointer.pointee.columns[index].kind = UInt8(BATCH_ABSENT.rawValue)
        }
    }

    /// Takes rows from a statement, whose first column is the key and whose others are these fields, until
    /// the batch is full.
    ///
    /// - Returns: whether there may be more.
    func take(_ statement: Statement, _ fields: [Int]) throws(StoreError) -> Bool {
        for field in fields { prepare(field) }
        let target = statement.pointer
        var more = true
        var size = 0
        try columns.withUnsafeMutableBufferPointer { columns throws(StoreError) in
            while pointer.pointee.count < UInt32(BATCH_ROWS), size < Self.comfortableSize {
                let code = sqlite3_step(target)
                guard code == SQLITE_ROW else {
                    if code != SQLITE_DONE {
                        throw StoreError(connection: statement.connection, code: code)
                    }
                    more = false
                    break
                }
                let row = Int(batch_append(pointer, sqlite3_column_int64(target, 0)))
                size = 0
                for place in fields.indices {
                    let column = fields[place]
                    columns[column]?.fill(row, from: target, Int32(truncatingIfNeeded: place + 1))
                    size = max(size, columns[column]?.size ?? 0)
                }
            }
        }
        for field in fields { try describe(field) }
        return more
    }

    /// Adds a column to the records that the batch holds. The statement's columns are key and value, its rows
    /// in any order.
    func add(_ field: Int, from statement: Statement) throws(StoreError) -> Int {
        prepare(field)
        columns[field]?.clear()
        columns[field]?.blank()
        var rows = 0
        while try statement.step() {
            rows += 1
            let row = Int(batch_row(pointer, statement.integer(0)))
            if row >= 0 { columns[field]?.fill(row, from: statement.pointer, 1) }
        }
        try describe(field)
        return rows
    }

    private func prepare(_ field: Int) {
        if columns[field] == nil { columns[field] = BatchColumn(entity.fields[field].type, language) }
    }

    private func describe(_ field: Int) throws(StoreError) {
        guard let column = columns[field] else { return }
        guard column.size <= Self.largestSize else {
            throw StoreError(
                .tooLarge, "the texts of '\(entity.fields[field].name)' are too large to be read at once")
        }
        column.describe(&pointer.pointee.columns[field])
        pointer.pointee.columns[field].kind = UInt8(kinds[field].0.rawValue)
        pointer.pointee.columns[field].tag = kinds[field].1
    }
}
