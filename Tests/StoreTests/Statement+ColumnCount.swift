import GRDBSQLite

@testable import Store

extension Statement {
    var columnCount: Int32 { sqlite3_column_count(pointer) }
}
