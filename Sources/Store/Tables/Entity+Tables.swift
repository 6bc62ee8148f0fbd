import Community

// Where an entity's records are kept, derived from its fields:
//
// - `<entity>`: a row a record; `key` names it inside, `id` outside; `version` is the number of the commit
//   that last changed it.
// - `<entity>_<field>`: for a field of references to many, a row a reference, with its position.
// - `search_<entity>`: the full-text index of its searchable fields.
extension Entity {
    var columnFields: [Field] { fields.filter(\.isColumn) }
    var joinedFields: [Field] { fields.filter(\.isJoined) }
    var searchableFields: [Field] { fields.filter(\.isSearchable) }

    func joinTable(_ field: Field) -> String { "\(name)_\(field.name)" }

    var searchTable: String { "search_\(name)" }

    /// What makes the tables of a new community.
    var creation: [String] {
        let columns =
            ["key INTEGER PRIMARY KEY AUTOINCREMENT", "id TEXT NOT NULL UNIQUE", "version INTEGER NOT NULL"]
            + columnFields.map { $0.declaration(isAdded: false) }
        return ["CREATE TABLE \(quoted(name)) (\(columns.joined(separator: ", "))) STRICT"]
            + columnFields.flatMap(indexes) + joinedFields.map(joinCreation).flatMap { $0 } + searchCreation
    }

    /// What adds a field to the tables of a community that has records.
    func addition(of field: Field) -> [String] {
        if field.isJoined { return joinCreation(field) }
        return ["ALTER TABLE \(quoted(name)) ADD COLUMN \(field.declaration(isAdded: true))"] + indexes(field)
    }

    /// What takes a field out of the tables, with all that it holds. The full-text index has to be made anew then.
    func removal(of field: Field) -> [String] {
        if field.isJoined { return ["DROP TABLE \(quoted(joinTable(field)))"] }
        return (field.isSearchable ? ["DROP TABLE IF EXISTS \(quoted(searchTable))"] : [])
            + [
                "DROP INDEX IF EXISTS \(quoted(index(field)))",
                "ALTER TABLE \(quoted(name)) DROP COLUMN \(quoted(field.name))",
            ]
    }

    private func index(_ field: Field) -> String { "\(name)_by_\(field.name)" }

    /// Made anew whenever the searchable fields change. It keeps no texts of its own, only where words are.
    var searchCreation: [String] {
        guard let searchIndex else { return [] }
        return [
            "DROP TABLE IF EXISTS \(quoted(searchTable))",
            "CREATE VIRTUAL TABLE \(quoted(searchTable)) USING \(searchIndex)",
        ]
    }

    /// The engine's index with its columns; nil without searchable fields.
    var searchIndex: String? {
        guard !searchableFields.isEmpty else { return nil }
        let columns = searchableFields.map { quoted($0.name) }.joined(separator: ", ")
        return "fts5(\(columns), content='', tokenize='unicode61 remove_diacritics 2')"
    }

    /// References are followed from both ends.
    private func indexes(_ field: Field) -> [String] {
        guard case .reference = field.type else { return [] }
        return [
            "CREATE INDEX \(quoted(index(field))) ON \(quoted(name)) (\(quoted(field.name)))"
        ]
    }

    private func joinCreation(_ field: Field) -> [String] {
        guard let target = field.type.target else { return [] }
        let table = joinTable(field)
        // The primary key's columns come first: `PRAGMA integrity_check` of SQLite 3.40 takes those of a table
        // WITHOUT ROWID for each other when they do not, and finds nulls where there are none.
        return [
            """
            CREATE TABLE \(quoted(table)) (
                record INTEGER NOT NULL REFERENCES \(quoted(name))(key) ON DELETE CASCADE,
                target INTEGER NOT NULL REFERENCES \(quoted(target))(key) DEFERRABLE INITIALLY DEFERRED,
                position INTEGER NOT NULL,
                PRIMARY KEY (record, target)) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX \(quoted("\(table)_by_target")) ON \(quoted(table)) (target)",
        ]
    }
}
