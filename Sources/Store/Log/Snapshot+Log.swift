import Community

// The audit log for a viewer: commits of those whose changes are open to them, and of these what they may see
// now of the records that were changed.
extension Snapshot {
    /// The commits of a query, the latest first.
    ///
    /// - Throws: `notPermitted` when no part of the log is open to the viewer; `unknownRecord` when the query
    ///   names a record that there is not.
    public func commits(_ query: LogQuery) throws(StoreError) -> [LoggedCommit] {
        let log = try openLog()
        var conditions: [SQL] = []
        if let by = query.by { conditions.append("c.by = \(bind: .text(by))") }
        if let plugin = query.plugin { conditions.append("c.plugin = \(bind: .text(plugin))") }
        if let since = query.since { conditions.append("c.at >= \(bind: .integer(since.milliseconds))") }
        if let until = query.until { conditions.append("c.at < \(bind: .integer(until.milliseconds))") }
        if let entity = query.entity {
            if let id = query.record {
                let keys = SQL.list(try log.keys(of: id, entity).map(SQLValue.integer))
                conditions.append(
                    """
                    c.number IN (SELECT commit_number FROM audit
                    WHERE entity = \(bind: .text(entity.name)) AND key IN \(keys))
                    """)
            } else {
                conditions.append(
                    """
                    EXISTS (SELECT 1 FROM audit
                    WHERE commit_number = c.number AND entity = \(bind: .text(entity.name)))
                    """)
            }
        }
        let rows = try Statement(
            connection.pointer,
            "SELECT \(Log.columns) FROM commits AS c WHERE \(.all(conditions)) ORDER BY c.number DESC" as SQL)
        var commits: [LoggedCommit] = []
        while commits.count < query.limit, try rows.step() {
            if let commit = try log.commit(rows) { commits.append(commit) }
        }
        return commits
    }

    /// One commit.
    ///
    /// - Throws: `missing` when there is none, or none that the viewer may know of.
    public func loggedCommit(_ number: Int64) throws(StoreError) -> LoggedCommit {
        let log = try openLog()
        let row = try Statement(
            connection.pointer,
            "SELECT \(Log.columns) FROM commits AS c WHERE c.number = \(bind: .integer(number))" as SQL)
        guard try row.step(), let commit = try log.commit(row) else {
            throw StoreError(.missing, "there is no commit \(number); 'halqa changes list' shows them")
        }
        return commit
    }

    /// What a commit did to each record, as far as the viewer may know of it now.
    ///
    /// - Parameter record: only that one.
    public func diffs(
        of commit: LoggedCommit, record: (entity: Entity, id: String)? = nil,
        _ take: (RecordDiff) throws -> Void
    ) throws {
        let log = try openLog()
        var condition = SQL.yes
        if let record {
            let keys = SQL.list(try log.keys(of: record.id, record.entity).map(SQLValue.integer))
            condition = "entity = \(bind: .text(record.entity.name)) AND key IN \(keys)"
        }
        let rows = try Statement(
            connection.pointer,
            """
            SELECT entity, key, id, action, before, after FROM audit
            WHERE commit_number = \(bind: .integer(commit.number)) AND \(condition) ORDER BY number
            """ as SQL)
        while try rows.step() {
            if let diff = try log.diff(rows, isOwn: commit.origin.by == viewer.name) { try take(diff) }
        }
    }

    private func openLog() throws(StoreError) -> Log {
        try Log(schema, RecordSight(schema, policy, for: viewer, connection.pointer), connection.pointer)
    }
}

/// The audit log as one viewer may read it.
private final class Log {
    static var columns: SQL {
        "c.number, c.at, c.by, c.command, c.plugin, c.plugin_version, c.run, c.undone, c.warnings"
    }

    private let schema: Schema
    private let sight: RecordSight
    private let connection: OpaquePointer

    init(_ schema: Schema, _ sight: RecordSight, _ connection: OpaquePointer) throws(StoreError) {
        self.schema = schema
        self.sight = sight
        self.connection = connection
        // Says so when nothing is open.
        _ = try sight.sees(commitBy: Viewer.operator.name)
    }

    /// A commit of a row; nil when the viewer may not know of it.
    func commit(_ row: Statement) throws(StoreError) -> LoggedCommit? {
        let by = row.text(2)
        guard try sight.sees(commitBy: by) else { return nil }
        let isOwn = by == sight.viewer.name
        let records = try records(in: row.integer(0), isOwn: isOwn)
        guard records > 0 || isOwn || sight.isUnlimited else { return nil }
        var origin = ChangeSet.Origin(
            by: by, command: row.text(3), at: Instant(milliseconds: row.integer(1)))
        if !row.isNull(4) { origin.plugin = ChangeSet.Plugin(id: row.text(4), version: row.text(5)) }
        if !row.isNull(6) { origin.run = row.text(6) }
        // What a rule says may name what only those may see who made the change.
        let mayReadWarnings = isOwn || sight.isUnlimited
        return LoggedCommit(
            number: row.integer(0), origin: origin, undone: row.isNull(7) ? nil : row.integer(7),
            accepted: row.isNull(8) || !mayReadWarnings ? [] : [ChangeSet.Warning](json: row.text(8)),
            records: records)
    }

    private func records(in commit: Int64, isOwn: Bool) throws(StoreError) -> Int {
        let number = SQLValue.integer(commit)
        if sight.isUnlimited {
            let count = try Statement(
                connection, "SELECT count(*) FROM audit WHERE commit_number = \(bind: number)" as SQL)
            _ = try count.step()
            return Int(count.integer(0))
        }
        let rows = try Statement(
            connection, "SELECT entity, key FROM audit WHERE commit_number = \(bind: number)" as SQL)
        var count = 0
        while try rows.step() {
            guard let entity = try? schema.entity(rows.text(0)) else { continue }
            if try knowledge(of: entity, rows.integer(1), isOwn: isOwn) != .nothing { count += 1 }
        }
        return count
    }

    private enum Knowledge {
        case nothing
        /// That the viewer did something to it, which is gone since.
        case existence
        case values
    }

    private func knowledge(
        of entity: Entity, _ key: Int64, isOwn: Bool
    ) throws(StoreError) -> Knowledge {
        if try sight.sees(entity, key) { return .values }
        guard isOwn else { return .nothing }
        return try exists(entity, key) ? .nothing : .existence
    }

    private func exists(_ entity: Entity, _ key: Int64) throws(StoreError) -> Bool {
        let row = try Statement(
            connection, "SELECT 1 FROM \(name: entity.name) WHERE key = \(bind: .integer(key))" as SQL)
        return try row.step()
    }

    /// What an entry says became of its record; nil when the viewer may not know of it.
    func diff(_ row: Statement, isOwn: Bool) throws(StoreError) -> RecordDiff? {
        guard let action = RecordDiff.Action(rawValue: row.text(3)),
            let entity = try? schema.entity(row.text(0))
        else { return nil }
        let known = try knowledge(of: entity, row.integer(1), isOwn: isOwn)
        guard known != .nothing else { return nil }
        var fields: [FieldDiff] = []
        if known == .values {
            let stored = entity.storedFields.filter { $0.type != .identifier }
            let before = try row.isNull(4) ? nil : RecordImage.values(row.text(4), of: stored)
            let after = try row.isNull(5) ? nil : RecordImage.values(row.text(5), of: stored)
            for (place, field) in stored.enumerated() {
                let (old, new) = (before?[place] ?? .null, after?[place] ?? .null)
                if old != new { fields.append(FieldDiff(field, before: old, after: new)) }
            }
        }
        let diff = RecordDiff(action, entity: entity.name, id: row.text(2), fields: fields)
        return try sight.shown(diff, entity, row.integer(1))
    }

    /// The keys of the records that have, or had, an identifier, as far as the viewer may know of them.
    func keys(of id: String, _ entity: Entity) throws(StoreError) -> [Int64] {
        if try sight.sees(entity, id: id) {
            let row = try Statement(
                connection, "SELECT key FROM \(name: entity.name) WHERE id = \(bind: .text(id))" as SQL)
            if try row.step() { return [row.integer(0)] }
        }
        // One that is gone, if the viewer had to do with it.
        let own: SQL = sight.isUnlimited ? .yes : "by = \(bind: .text(sight.viewer.name))"
        let rows = try Statement(
            connection,
            """
            SELECT DISTINCT key FROM audit JOIN commits ON commits.number = commit_number
            WHERE entity = \(bind: .text(entity.name)) AND id = \(bind: .text(id)) AND \(own)
            """ as SQL)
        var keys: [Int64] = []
        while try rows.step() {
            if try !exists(entity, rows.integer(0)) { keys.append(rows.integer(0)) }
        }
        guard !keys.isEmpty else {
            throw StoreError(.unknownRecord, "there is no \(entity.name) '\(id)', and was none")
        }
        return keys
    }
}
