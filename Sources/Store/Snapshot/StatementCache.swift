import GRDBSQLite

/// Prepared statements that are not in use, by their text: scripts ask the same question again and again.
struct StatementCache {
    private var free: [String: Statement] = [:]
    private static let capacity = 128

    mutating func take(_ sql: String) -> Statement? {
        free.removeValue(forKey: sql)
    }

    mutating func put(_ statement: Statement) {
        if free.count >= Self.capacity { free.removeAll() }
        free[statement.text] = statement
    }
}

extension Statement {
    /// The SQL that it was prepared from.
    fileprivate var text: String { sqlite3_sql(pointer).map { String(cString: $0) } ?? "" }
}
