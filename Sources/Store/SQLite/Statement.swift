import GRDBSQLite

/// A prepared statement. It belongs to its connection, which outlives it, and to one thread at a time.
final class Statement {
    let pointer: OpaquePointer
    let connection: OpaquePointer

    /// SQLite copies what is bound: the memory is Swift's.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    init(_ connection: OpaquePointer, _ sql: String) throws(StoreError) {
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw StoreError(connection: connection, code: code) }
        self.pointer = pointer
        self.connection = connection
    }

    /// Ready to be stepped through.
    convenience init(_ connection: OpaquePointer, _ sql: SQL) throws(StoreError) {
        try self.init(connection, sql.text)
        try bind(sql.values)
    }

    deinit { sqlite3_finalize(pointer) }

    func bind(_ values: [SQLValue]) throws(StoreError) {
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    /// Places of parameters count from 1.
    func bind(_ value: SQLValue, at place: Int32) throws(StoreError) {
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(pointer, place)
        case .integer(let number): code = sqlite3_bind_int64(pointer, place, number)
        case .number(let number): code = sqlite3_bind_double(pointer, place, number)
        case .text(var text):
            code = text.withUTF8 { bind($0, at: place) }
        case .json(let json): code = json.bytes.withUnsafeBufferPointer { bind($0, at: place) }
        case .bytes(let bytes):
            code = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress == nil
                    ? sqlite3_bind_zeroblob(pointer, place, 0)
                    : sqlite3_bind_blob64(
                        pointer, place, buffer.baseAddress, UInt64(buffer.count), Self.copied)
            }
        }
        guard code == SQLITE_OK else { throw StoreError(connection: connection, code: code) }
    }

    /// A text in UTF-8, with its length, because it may have a NUL within it.
    private func bind(_ text: UnsafeBufferPointer<UInt8>, at place: Int32) -> Int32 {
        text.withMemoryRebound(to: CChar.self) { characters in
            sqlite3_bind_text64(
                pointer, place, characters.baseAddress, UInt64(characters.count), Self.copied,
                UInt8(SQLITE_UTF8))
        }
    }

    /// Forgets what was bound: every parameter is null.
    func clear() {
        sqlite3_clear_bindings(pointer)
    }

    /// How many parameters it has, which is also the place of the last one.
    var parameterCount: Int32 { sqlite3_bind_parameter_count(pointer) }

    /// Goes on to the next row; false after the last.
    func step() throws(StoreError) -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw StoreError(connection: connection, code: code)
    }

    /// Ready to be bound and run again.
    func reset() {
        sqlite3_reset(pointer)
    }

    /// Runs it to its end with these values, for what it does.
    func run(_ values: [SQLValue] = []) throws(StoreError) {
        try bind(values)
        try finish()
    }

    /// Runs it to its end with what is bound, for what it does.
    func finish() throws(StoreError) {
        defer { reset() }
        while try step() {}
    }

    // Columns count from 0, and hold their values until the next step.

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    func number(_ column: Int32) -> Double { sqlite3_column_double(pointer, column) }

    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(pointer, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func blob(_ column: Int32) -> [UInt8] {
        let start = sqlite3_column_blob(pointer, column)
        return [UInt8](
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }
}
