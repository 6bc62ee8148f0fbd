import Community

/// The record of who changed what: commits, and for each changed record its full images before and after.
final class AuditLog {
    typealias Action = RecordDiff.Action

    /// The number of the commit that is being made.
    let number: Int64
    private(set) var entries = 0
    let connection: OpaquePointer
    /// nil where nothing is kept.
    private let entry: Statement?
    private let image: Statement

    /// Begins a commit.
    ///
    /// - Parameter undone: the commit that it takes back, if it does.
    init(
        _ connection: OpaquePointer, _ origin: ChangeSet.Origin, accepting accepted: [ChangeSet.Warning] = [],
        undoing undone: Int64? = nil
    ) throws(StoreError) {
        self.connection = connection
        number = try Self.last(connection) + 1
        entry = try Statement(
            connection,
            """
            INSERT INTO audit (commit_number, entity, key, id, action, version_before, before, after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        image = try Self.imaging(connection)
        try Statement(
            connection,
            """
            INSERT INTO commits (number, at, by, command, plugin, plugin_version, run, undone, warnings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run([
            .integer(number), .integer(origin.at.milliseconds), .text(origin.by), .text(origin.command),
            SQLValue(origin.plugin?.id), SQLValue(origin.plugin?.version), SQLValue(origin.run),
            undone.map(SQLValue.integer) ?? .null, SQLValue(accepted.json),
        ])
    }

    /// For changes that are made only to be looked at: what was is read, and nothing is kept.
    init(reading connection: OpaquePointer) throws(StoreError) {
        self.connection = connection
        number = try Self.last(connection) + 1
        entry = nil
        image = try Self.imaging(connection)
    }

    private static func imaging(_ connection: OpaquePointer) throws(StoreError) -> Statement {
        try Statement(
            connection,
            """
            SELECT after FROM audit WHERE entity = ? AND key = ? AND commit_number <= ?
            ORDER BY number DESC LIMIT 1
            """)
    }

    /// The number of the last commit; 0 in a community without any.
    static func last(_ connection: OpaquePointer) throws(StoreError) -> Int64 {
        let last = try Statement(connection, "SELECT coalesce(max(number), 0) FROM commits")
        _ = try last.step()
        return last.integer(0)
    }

    /// Keeps what becomes of a record. Both are records with identifiers in the place of keys.
    ///
    /// - Parameters:
    ///   - merged: the places of fields in which somebody else's change is as well.
    ///   - show: takes the difference.
    func add(
        _ action: Action, _ table: RecordTable, before: StoredRecord?, after: StoredRecord?,
        merged: Set<Int> = [], show: ((RecordDiff, Entity, Int64) throws(StoreError) -> Void)? = nil
    ) throws(StoreError) {
        guard let record = before ?? after else { return }
        entries += 1
        if let entry {
            try entry.bind(.integer(number), at: 1)
            try entry.bind(.text(table.entity.name), at: 2)
            try entry.bind(.integer(record.key), at: 3)
            try entry.bind(.text(record.id), at: 4)
            try entry.bind(.text(action.rawValue), at: 5)
            try entry.bind(before.map { .integer($0.version) } ?? .null, at: 6)
            try bind(before, table, at: 7, of: entry)
            try bind(after, table, at: 8, of: entry)
            defer { entry.reset() }
            _ = try entry.step()
        }
        guard let show else { return }
        var fields: [FieldDiff] = []
        for (place, field) in table.fields.enumerated() {
            let (old, new) = (before?.values[place] ?? .null, after?.values[place] ?? .null)
            guard old != new else { continue }
            fields.append(FieldDiff(field, before: old, after: new, isMerged: merged.contains(place)))
        }
        try show(
            RecordDiff(action, entity: table.entity.name, id: record.id, fields: fields), table.entity,
            record.key)
    }

    private func bind(
        _ record: StoredRecord?, _ table: RecordTable, at place: Int32, of entry: Statement
    ) throws(StoreError) {
        guard let record else { return try entry.bind(.null, at: place) }
        try entry.bind(.json(RecordImage.text(record.values, names: table.imageNames)), at: place)
    }

    /// A record's image as it was after a commit; nil when there was none.
    func image(of entity: Entity, _ key: Int64, at commit: Int64) throws(StoreError) -> String? {
        defer { image.reset() }
        try image.bind([.text(entity.name), .integer(key), .integer(commit)])
        guard try image.step(), !image.isNull(0) else { return nil }
        return image.text(0)
    }

    /// The number of the commit; without any entry there is none, and the last one stays the last.
    func end() throws(StoreError) -> Int64 {
        guard entry != nil, entries == 0 else { return number }
        try Statement(connection, "DELETE FROM commits WHERE number = ?").run([.integer(number)])
        return number - 1
    }
}

extension [ChangeSet.Warning] {
    /// As the log keeps them: a list of pairs; nil for none.
    var json: String? {
        guard !isEmpty else { return nil }
        var json = JSONText()
        json.sequence("[", self, "]") { json, warning in
            json.sequence("[", [warning.rule, warning.text], "]") { $0.string($1) }
        }
        return json.text
    }

    init(json text: String) {
        guard case .list(let items) = JSONReader.value(of: text) else {
            self = []
            return
        }
        self = items.compactMap { item in
            guard case .list(let parts) = item, case .text(let rule) = parts.first,
                case .text(let text) = parts.last
            else { return nil }
            return ChangeSet.Warning(rule: rule, text: text)
        }
    }
}
