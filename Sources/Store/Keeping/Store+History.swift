import Community

extension Store {
    /// The community as it was after an earlier commit, as a copy in a folder of its own: the same records
    /// under the same keys, with the same versions, and the fields of plugins that there were.
    ///
    /// - Parameters:
    ///   - commit: the commit's number; 0 is before the first.
    ///   - folder: a folder without a community.
    public func historical(at commit: Int64, copiedTo folder: String) throws(StoreError) -> Store {
        let target = CommunityFile(folder: folder)
        try CommunityFile.makeFolder(folder)
        try Self.copy(file.database, to: target.database)
        let copy = try Store(opening: folder, schema: declared.base, for: .writing)
        try copy.write { connection throws(StoreError) in
            try CustomFieldTable(declared.base, connection).goBack(to: commit)
            let schema = try CommunitySchema(declared.base, in: connection).whole
            try History(schema, connection).goBack(to: commit)
        }
        return try Store(opening: folder, schema: declared.base, for: .reading)
    }
}

/// Takes commits back by the audit log's images, the last one first.
private struct History {
    private let schema: Schema
    private let connection: OpaquePointer
    private let tables: [String: RecordTable]

    private struct Entry {
        let entity: String
        let key: Int64
        let id: String
        let action: AuditLog.Action
        let versionBefore: Int64
        let before: String
    }

    init(_ schema: Schema, _ connection: OpaquePointer) throws(StoreError) {
        self.schema = schema
        self.connection = connection
        var tables: [String: RecordTable] = [:]
        for entity in schema.entities { tables[entity.name] = try RecordTable(entity, connection) }
        self.tables = tables
    }

    func goBack(to commit: Int64) throws(StoreError) {
        let last = try AuditLog.last(connection)
        guard (0...last).contains(commit) else {
            throw StoreError(.missing, "there is no commit \(commit); the last one is \(last)")
        }
        for number in stride(from: last, to: commit, by: -1) { try takeBack(number) }
        try Statement(connection, "DELETE FROM audit WHERE commit_number > ?").run([.integer(commit)])
        try Statement(connection, "DELETE FROM commits WHERE number > ?").run([.integer(commit)])
    }

    private func takeBack(_ commit: Int64) throws(StoreError) {
        let entries = try entries(of: commit)
        // Images name records as they were before the commit, which may have deleted them.
        let book = ReferenceBook(connection)
        for entry in entries where entry.action != .create { book.set(entry.entity, entry.id, entry.key) }
        for entry in entries {
            guard let table = tables[entry.entity] else {
                throw StoreError(
                    .newerVersion, "commit \(commit) changed a \(entry.entity), which is unknown here")
            }
            let now = entry.action == .delete ? nil : try table.read(entry.key)
            guard entry.action == .delete || now != nil else {
                throw StoreError(
                    .damaged, "the audit log does not fit the records: \(entry.entity) '\(entry.id)'")
            }
            switch (entry.action, now) {
            case (.create, let now?): try table.delete(now)
            case (.update, let now?): try table.update(now, to: record(entry, table, book))
            default: try table.insert(record(entry, table, book))
            }
        }
    }

    private func record(
        _ entry: Entry, _ table: RecordTable, _ book: ReferenceBook
    ) throws(StoreError) -> StoredRecord {
        var values = try RecordImage.values(entry.before, of: table.fields)
        for (index, field) in table.fields.enumerated() {
            guard let value = try book.inner(values[index], field.type) else {
                throw StoreError(
                    .damaged, "the audit log does not fit the records: '\(field.name)' of '\(entry.id)'")
            }
            values[index] = value
        }
        return StoredRecord(key: entry.key, id: entry.id, version: entry.versionBefore, values: values)
    }

    private func entries(of commit: Int64) throws(StoreError) -> [Entry] {
        let statement = try Statement(
            connection,
            """
            SELECT entity, key, id, action, version_before, before FROM audit
            WHERE commit_number = \(bind: .integer(commit)) ORDER BY number DESC
            """ as SQL)
        var entries: [Entry] = []
        while try statement.step() {
            guard let action = AuditLog.Action(rawValue: statement.text(3)) else { continue }
            entries.append(
                Entry(
                    entity: statement.text(0), key: statement.integer(1), id: statement.text(2),
                    action: action, versionBefore: statement.integer(4), before: statement.text(5)))
        }
        return entries
    }
}
