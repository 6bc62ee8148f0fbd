import Community
import Foundation

@testable import Store

extension Store {
    /// All that the community's entities hold, row by row, and each word of the full-text indexes.
    func dump() throws -> [String] {
        let store = try Store(opening: path, schema: schema, for: .writing)
        return try store.write { connection throws(StoreError) in
            var lines: [String] = []
            for entity in schema.entities {
                let tables = [entity.name] + entity.joinedFields.map(entity.joinTable)
                for table in tables {
                    lines += try Self.rows(
                        connection, "SELECT * FROM \(quoted(table)) ORDER BY 1, 2, 3", table)
                }
                guard !entity.searchableFields.isEmpty else { continue }
                try Statement(
                    connection,
                    "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, \(quoted(entity.searchTable)), instance)"
                ).run()
                lines += try Self.rows(
                    connection, "SELECT * FROM temp.words ORDER BY 1, 2, 3, 4", entity.searchTable)
                try Statement(connection, "DROP TABLE temp.words").run()
            }
            return lines
        }
    }

    private static func rows(
        _ connection: OpaquePointer, _ sql: String, _ label: String
    ) throws(StoreError) -> [String] {
        let statement = try Statement(connection, sql)
        var lines: [String] = []
        while try statement.step() {
            let cells = (0..<statement.columnCount).map { statement.isNull($0) ? "-" : statement.text($0) }
            lines.append("\(label): " + cells.joined(separator: " | "))
        }
        return lines
    }
}

extension Store {
    /// All that the community's entities hold, but not which commit changed it last.
    func content() throws -> [String] {
        try dump().map { line in
            var cells = line.components(separatedBy: " | ")
            // A record's row begins with its key, identifier and version.
            if schema.entities.contains(where: { line.hasPrefix("\($0.name): ") }) { cells[2] = "" }
            return cells.joined(separator: " | ")
        }
    }
}
