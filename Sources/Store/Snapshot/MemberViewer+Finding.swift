import Community
import Spelling

extension MemberViewer {
    /// The member of an identifier, as the policy looks at one.
    ///
    /// - Throws: `unknownRecord` when there is none, `notPermitted` when the member is no longer active.
    static func find(
        _ id: String, _ schema: Schema, _ connection: OpaquePointer
    ) throws(StoreError) -> MemberViewer {
        let compilation = Compilation(schema, for: .operator, .lookup) { id, entity throws(StoreError) in
            throw StoreError(.defect, "who a viewer is does not hang on the \(entity.name) '\(id)'")
        }
        let row = try compilation.row(of: "member")
        let columns = try ["role", "organization", "time_zone", "language", "active"].map {
            name throws(StoreError) in
            try compilation.guarded(compilation.field(name, of: row.entity), of: row).value
        }
        let sql: SQL = """
            SELECT \(.commas([row.key] + columns)) FROM \(row.source) WHERE \(row.id) = \(bind: .text(id))
            """
        let statement = try Statement(connection, compilation.complete(sql))
        guard try statement.step() else {
            let all = try Statement(connection, "SELECT id FROM member LIMIT 10000")
            var names: [String] = []
            while try all.step() { names.append(all.text(0)) }
            throw StoreError(
                .unknownRecord, "there is no member '\(id)'" + Suggestion.phrase(for: id, among: names))
        }
        guard statement.isNull(5) || statement.integer(5) != 0 else {
            throw StoreError(
                .notPermitted,
                "the member '\(id)' is not active, and so may see nothing; an admin can make the member active "
                    + "again")
        }
        // A role that a later version may have gets the fewest rights.
        return MemberViewer(
            key: statement.integer(0), id: id, role: Role(rawValue: statement.text(1)) ?? .observer,
            organization: statement.integer(2),
            zone: Zone(statement.text(3)) ?? .utc, language: statement.isNull(4) ? nil : statement.text(4))
    }
}
