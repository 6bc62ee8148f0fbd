import Community

extension Commit {
    /// Records that still refer to ones that go, the first of them by name.
    func refuseDanglingReferences() throws(StoreError) {
        for (name, records) in deleted.sorted(by: { $0.key < $1.key }) {
            let entity = try table(name).entity
            for other in schema.entities {
                for field in other.fields where field.type.isStored && field.type.target == name {
                    try refuse(entity, records, stillReferredToBy: field, of: other)
                }
            }
        }
    }

    /// So many keys are asked for at once.
    private static let chunk = 10_000

    private func refuse(
        _ entity: Entity, _ records: [String: Int64], stillReferredToBy field: Field, of other: Entity
    ) throws(StoreError) {
        let keys = records.values.sorted()
        for start in stride(from: 0, to: keys.count, by: Self.chunk) {
            let part = keys[start..<min(start + Self.chunk, keys.count)]
            let column = other.column(field)
            let statement = try Statement(
                connection,
                """
                SELECT \(name: column.name) FROM \(name: column.table) WHERE \(name: column.name) IN
                (SELECT value FROM json_each(\(bind: .text(JSONText.of(part))))) LIMIT 1
                """ as SQL)
            guard try statement.step() else { continue }
            let key = statement.integer(0)
            let id = records.first { $0.value == key }?.key ?? ""
            let named = try referring(other, field, key).map { "\(other.name) '\($0)'" }
            // As what they refer to it is not told either: as whose speaker, for instance.
            let reason =
                named.isEmpty
                ? "records that you may not see refer to it; ask a moderator"
                : "it is still the '\(field.name)' of \(named.joined(separator: ", "))"
            throw StoreError(.conflict, "\(entity.name) '\(id)' cannot be deleted: \(reason)")
        }
    }

    /// The first of the records that refer to one, as far as the viewer may see them.
    private func referring(
        _ entity: Entity, _ field: Field, _ key: Int64
    ) throws(StoreError) -> [String] {
        let compilation = Compilation(schema, for: viewer, .lookup) { id, _ throws(StoreError) in
            throw StoreError(.defect, "'\(id)' is looked for by its identifier")
        }
        let row = try compilation.row(of: entity)
        let met = try compilation.predicate(
            .field(field.name, .equals(.key(key))), on: row, .policy)
        let known = try compilation.disclosure(of: field, on: row)
        let sql: SQL = """
            SELECT \(row.id) FROM \(row.source) WHERE \(.all([met, known])) ORDER BY \(row.key) LIMIT 3
            """
        let statement = try Statement(connection, compilation.complete(sql))
        var names: [String] = []
        while try statement.step() { names.append(statement.text(0)) }
        return names
    }
}

extension Entity {
    /// Where the keys of a reference's targets stand.
    fileprivate func column(_ field: Field) -> (table: String, name: String) {
        field.isJoined ? (joinTable(field), "target") : (name, field.name)
    }
}
