import Community

/// The record of who changed what: commits, and for each changed record its full images before and after.
final class AuditLog {
    enum Action: String {
        case create, update, delete
    }

    /// A record with identifiers in the place of keys.
    struct Image {
        let record: StoredRecord
        let fields: [Field]

        var json: String { RecordImage.json(record.values, of: fields) }
    }

    /// The number of the commit that is being made.
    private(set) var number: Int64 = 0
    private(set) var entries = 0
    private let connection: OpaquePointer
    private let entry: Statement

    init(_ connection: OpaquePointer) throws(StoreError) {
        self.connection = connection
        entry = try Statement(
            connection,
            """
            INSERT INTO audit (commit_number, entity, key, id, action, version_before, before, after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    func begin(_ origin: ChangeSet.Origin) throws(StoreError) {
        let last = try Statement(connection, "SELECT coalesce(max(number), 0) FROM commits")
        _ = try last.step()
        number = last.integer(0) + 1
        try Statement(connection, "INSERT INTO commits (number, at, by, command) VALUES (?, ?, ?, ?)").run([
            .integer(number), .integer(origin.at.milliseconds), .text(origin.by), .text(origin.command),
        ])
    }

    func add(_ action: Action, _ entity: Entity, before: Image?, after: Image?) throws(StoreError) {
        guard let record = before?.record ?? after?.record else { return }
        entries += 1
        try entry.run([
            .integer(number), .text(entity.name), .integer(record.key), .text(record.id),
            .text(action.rawValue), before.map { .integer($0.record.version) } ?? .null,
            SQLValue(before?.json), SQLValue(after?.json),
        ])
    }

    /// The number of the commit; without any entry there is none, and the last one stays the last.
    func end() throws(StoreError) -> Int64 {
        guard entries == 0 else { return number }
        try Statement(connection, "DELETE FROM commits WHERE number = ?").run([.integer(number)])
        return number - 1
    }
}
