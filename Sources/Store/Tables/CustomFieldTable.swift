import Community

/// The fields that plugins have declared, as the community's file keeps them: a row a declaration, with the
/// numbers of the commits from which and until which it holds. A field's columns come and go with it.
///
/// For use within one transaction.
struct CustomFieldTable {
    private let base: Schema
    private let connection: OpaquePointer

    init(_ base: Schema, _ connection: OpaquePointer) {
        self.base = base
        self.connection = connection
    }

    struct Row {
        let number: Int64
        let declared: DeclaredField
        /// The place of the field among all of the community's.
        let position: Int64
    }

    /// What is declared now, in the order in which it was first declared.
    var current: [Row] {
        get throws(StoreError) { try rows("until IS NULL ORDER BY position") }
    }

    /// Declares all fields of a plugin. Those that it has declared before and that are not among them are
    /// retired, as are none that are.
    ///
    /// - Throws: `badChange` when a field cannot be added, or cannot be changed so; nothing is then.
    func declare(
        _ fields: [CustomField], of plugin: String, by origin: ChangeSet.Origin
    ) throws(StoreError) {
        guard fields.allSatisfy({ $0.plugin == plugin }) else {
            throw StoreError(.defect, "the plugin \(plugin) declares a field of another")
        }
        let rows = try current
        let formers = Dictionary(uniqueKeysWithValues: rows.map { ($0.declared.field.identity, $0) })
        let changed = fields.filter { formers[$0.identity]?.declared.field != $0 }
        for field in changed {
            guard let former = formers[field.identity]?.declared.field else { continue }
            do { try field.checkReplacing(former) } catch {
                throw StoreError(.badChange, "the field '\(field.field.name)' of \(field.entity) \(error)")
            }
        }
        let others = rows.map(\.declared.field).filter { other in
            !changed.contains { $0.identity == other.identity }
        }
        do { _ = try base.adding(others + changed) } catch {
            throw StoreError(.badChange, error.description)
        }
        let kept = Set(fields.map(\.identity))
        for row in rows where row.declared.field.plugin == plugin {
            try mark(row, isRetired: !kept.contains(row.declared.field.identity))
        }
        guard !changed.isEmpty else { return }
        let commit = try begin(origin)
        var last = rows.last?.position ?? 0
        for field in changed {
            let former = formers[field.identity]
            if let former { try replace(former, by: field, from: commit) } else { last += 1 }
            try Statement(
                connection,
                """
                INSERT INTO custom_fields (plugin, entity, name, declaration, position, since, retired)
                VALUES (?, ?, ?, ?, ?, ?, 0)
                """
            ).run([
                .text(field.plugin), .text(field.entity), .text(field.name), .text(field.json),
                .integer(former?.position ?? last), .integer(commit),
            ])
        }
        try complete()
    }

    /// The plugin is gone: its fields stay, with what they hold.
    func retire(_ plugin: String) throws(StoreError) {
        for row in try current where row.declared.field.plugin == plugin { try mark(row, isRetired: true) }
    }

    /// Takes away the retired fields of a plugin, with what they hold. The audit log's images stay: they say what
    /// was. That the community ever had the fields is forgotten, also in its former states.
    func purge(_ plugin: String, by origin: ChangeSet.Origin) throws(StoreError) {
        let rows = try current.filter { $0.declared.isRetired && $0.declared.field.plugin == plugin }
        guard !rows.isEmpty else { return }
        _ = try begin(origin)
        for row in rows {
            let field = row.declared.field
            try drop(field)
            try Statement(
                connection, "DELETE FROM custom_fields WHERE plugin = ? AND entity = ? AND name = ?"
            ).run([.text(plugin), .text(field.entity), .text(field.name)])
        }
        try complete()
    }

    /// What was declared after an earlier commit: fields that were added since go, the others are as they were.
    func goBack(to commit: Int64) throws(StoreError) {
        let rows = try current
        try Statement(connection, "DELETE FROM custom_fields WHERE since > ?").run([.integer(commit)])
        try Statement(connection, "UPDATE custom_fields SET until = NULL WHERE until > ?").run([
            .integer(commit)
        ])
        let left = Set(try current.map(\.declared.field.identity))
        for row in rows where !left.contains(row.declared.field.identity) { try drop(row.declared.field) }
        try CommunitySchema.setVersion(commit, connection)
        try complete()
    }

    /// A commit without entries in the audit log: it tells states of the community apart whose fields differ.
    private func begin(_ origin: ChangeSet.Origin) throws(StoreError) -> Int64 {
        let log = try AuditLog(connection, origin)
        try CommunitySchema.setVersion(log.number, connection)
        return log.number
    }

    private func complete() throws(StoreError) {
        try FieldTables(CommunitySchema(base, in: connection).whole, in: connection).complete(connection)
    }

    private func drop(_ field: CustomField) throws(StoreError) {
        let entity: Entity
        do { entity = try base.entity(field.entity) } catch {
            throw StoreError(.newerVersion, error.description)
        }
        for step in entity.removal(of: field.field) { try Statement(connection, step).run() }
    }

    private func mark(_ row: Row, isRetired: Bool) throws(StoreError) {
        guard row.declared.isRetired != isRetired else { return }
        try Statement(connection, "UPDATE custom_fields SET retired = ? WHERE number = ?")
            .run([.integer(isRetired ? 1 : 0), .integer(row.number)])
    }

    private func replace(_ former: Row, by field: CustomField, from commit: Int64) throws(StoreError) {
        try Statement(connection, "UPDATE custom_fields SET until = ?, retired = 0 WHERE number = ?")
            .run([.integer(commit), .integer(former.number)])
        guard field.field.sensitivity == .personal else { return }
        // What is personal now is so in the community's former states as well.
        let name = SQLValue.text(field.name)
        let versions = try rows(
            """
            plugin = \(bind: .text(field.plugin)) AND entity = \(bind: .text(field.entity)) \
            AND name = \(bind: name) ORDER BY number
            """)
        for version in versions {
            try Statement(connection, "UPDATE custom_fields SET declaration = ? WHERE number = ?")
                .run([.text(version.declared.field.asPersonal.json), .integer(version.number)])
        }
    }

    private func rows(_ condition: SQL) throws(StoreError) -> [Row] {
        let statement = try Statement(
            connection,
            """
            SELECT number, plugin, entity, name, declaration, retired, position FROM custom_fields
            WHERE \(condition)
            """ as SQL)
        var rows: [Row] = []
        while try statement.step() {
            let field = try CustomField(
                statement.text(4), plugin: statement.text(1), entity: statement.text(2),
                name: statement.text(3),
                base)
            rows.append(
                Row(
                    number: statement.integer(0),
                    declared: DeclaredField(field: field, isRetired: statement.integer(5) != 0),
                    position: statement.integer(6)))
        }
        return rows
    }
}

extension CustomField {
    /// What stays when its declaration changes.
    fileprivate var identity: [String] { [plugin, entity, name] }
}
