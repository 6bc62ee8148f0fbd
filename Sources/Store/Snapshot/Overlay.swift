import Community

/// Changes laid over what a connection reads, without a word in the community's file and without a copy of it.
///
/// In the place of each table that the changes touch there is a temporary view of the same name: what the file has and
/// the changes leave (`hidden …` has the keys of the rest), and what they make (`laid …`). So queries read, and
/// `Commit` writes, as if it were the table. A full-text index cannot have a view in its place: the words of changed
/// records are in a temporary index of the same name, and `Compilation.found` asks both.
final class Overlay {
    /// The entities with changed records.
    private(set) var covered: Set<String> = []
    private let connection: OpaquePointer

    init(_ connection: OpaquePointer) throws(StoreError) {
        self.connection = connection
        try run(
            """
            CREATE TEMP TABLE "laid changes" (
                number INTEGER PRIMARY KEY, event TEXT NOT NULL, key INTEGER NOT NULL, id TEXT NOT NULL,
                fields TEXT NOT NULL)
            """)
        try run(
            """
            CREATE TEMP TABLE "forgotten words" (entity TEXT, key INTEGER, PRIMARY KEY (entity, key)) WITHOUT ROWID
            """)
    }

    /// Remembers of the record of a key that its words in the file's index are not its words any more.
    static func forgetting(_ entity: Entity) -> String {
        "INSERT OR IGNORE INTO \"forgotten words\" (entity, key) VALUES ('\(entity.name)', ?)"
    }

    /// The keys of such records.
    static func forgotten(_ entity: Entity) -> SQL {
        "SELECT key FROM \"forgotten words\" WHERE entity = \(bind: .text(entity.name))"
    }

    /// Makes the tables of an entity ones that can be written.
    func cover(_ entity: Entity) throws(StoreError) {
        guard covered.insert(entity.name).inserted else { return }
        for field in entity.joinedFields { try cover(joinTable: entity.joinTable(field)) }
        let laid = entity.columnFields.map(\.plainDeclaration)
        try run(
            """
            CREATE TEMP TABLE \(quoted("laid \(entity.name)")) (
                \((["key INTEGER PRIMARY KEY", "id TEXT UNIQUE", "version INTEGER"] + laid).joined(separator: ", ")))
            """)
        for field in entity.columnFields where field.type.target != nil {
            try run(
                """
                CREATE INDEX temp.\(quoted("laid \(entity.name) by \(field.name)"))
                ON \(quoted("laid \(entity.name)")) (\(quoted(field.name)))
                """)
        }
        let columns = ["key", "id", "version"] + entity.columnFields.map(\.name)
        try view(entity.name, columns, by: "key")
        let joins = entity.joinedFields.map {
            "DELETE FROM \(quoted(entity.joinTable($0))) WHERE record = OLD.key;"
        }
        try trigger(entity.name, "DELETE", Self.removal(entity.name, "key") + joins.joined(separator: " "))
        try trigger(
            entity.name, "UPDATE",
            Self.hiding(entity.name, "key") + Self.insertion("INSERT OR REPLACE", entity.name, columns))
        if let words = entity.searchIndex {
            try run("CREATE VIRTUAL TABLE temp.\(quoted(entity.searchTable)) USING \(words)")
        }
    }

    private func cover(joinTable table: String) throws(StoreError) {
        try run(
            """
            CREATE TEMP TABLE \(quoted("laid \(table)")) (
                record INTEGER, target INTEGER, position INTEGER, PRIMARY KEY (record, target)) WITHOUT ROWID
            """)
        try run(
            "CREATE INDEX temp.\(quoted("laid \(table) by target")) ON \(quoted("laid \(table)")) (target)")
        try view(table, ["record", "target", "position"], by: "record")
        try trigger(table, "DELETE", Self.removal(table, "record"))
    }

    /// A view in the place of a table, into which rows can be put.
    private func view(_ table: String, _ columns: [String], by key: String) throws(StoreError) {
        let names = columns.map(quoted).joined(separator: ", ")
        try run("CREATE TEMP TABLE \(quoted("hidden \(table)")) (key INTEGER PRIMARY KEY)")
        try run(
            """
            CREATE TEMP VIEW \(quoted(table)) AS
            SELECT \(names) FROM main.\(quoted(table))
                WHERE \(key) NOT IN (SELECT key FROM \(quoted("hidden \(table)")))
            UNION ALL SELECT \(names) FROM \(quoted("laid \(table)"))
            """)
        try trigger(table, "INSERT", Self.insertion("INSERT", table, columns))
    }

    private func trigger(_ table: String, _ event: String, _ body: String) throws(StoreError) {
        try run(
            """
            CREATE TEMP TRIGGER \(quoted("\(event) \(table)")) INSTEAD OF \(event) ON \(quoted(table))
            BEGIN \(body) END
            """)
    }

    private static func insertion(_ verb: String, _ table: String, _ columns: [String]) -> String {
        let names = columns.map(quoted)
        return """
            \(verb) INTO \(quoted("laid \(table)")) (\(names.joined(separator: ", ")))
            VALUES (\(names.map { "NEW.\($0)" }.joined(separator: ", ")));
            """
    }

    private static func hiding(_ table: String, _ key: String) -> String {
        "INSERT OR IGNORE INTO \(quoted("hidden \(table)")) (key) VALUES (OLD.\(key)); "
    }

    private static func removal(_ table: String, _ key: String) -> String {
        hiding(table, key) + "DELETE FROM \(quoted("laid \(table)")) WHERE \(key) = OLD.\(key); "
    }

    private func run(_ sql: String) throws(StoreError) {
        try Statement(connection, sql).run()
    }
}
