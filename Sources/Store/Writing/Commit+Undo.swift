import Community

// The opposite of a commit, as a change set of its own.
extension Commit {
    /// What an audit entry keeps of one record's change.
    private struct Entry {
        let action: AuditLog.Action
        let key: Int64
        let id: String
        let before: String
        let after: String
    }

    /// What later changes are in the way of an undo, as far as the viewer may know of them.
    private struct Obstacles {
        private static let mostNamed = 10
        var named: [String] = []
        var count = 0
        private var commits: Set<Int64> = []

        /// - Parameter later: the commits that made it so.
        mutating func add(_ sentence: String, by later: [Int64]) {
            count += 1
            commits.formUnion(later)
            if named.count < Self.mostNamed { named.append(sentence) }
        }

        var description: String {
            let rest = count - named.count
            return named.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "") + advice
        }

        /// What to undo first, the latest before the others.
        private var advice: String {
            let order = commits.sorted(by: >)
            guard let first = order.first else { return "" }
            guard order.count > 1 else {
                return ". To take that back first: halqa changes undo \(first)"
            }
            guard order.count <= Self.mostNamed else {
                return
                    ". To take that back first: halqa changes undo \(first), and \(order.count - 1) more, the latest "
                    + "before the others"
            }
            return ". To take that back first, in this order: "
                + order.map { "halqa changes undo \($0)" }.joined(separator: ", ")
        }
    }

    /// Takes a commit back: what it made goes, what it deleted comes back under the same identifier and key, and
    /// fields that it changed become what they were. Later changes of other fields stay.
    ///
    /// - Throws: `missing` where there is no such commit for the viewer; `conflict` when later changes are in the
    ///   way, naming them.
    func undo(_ number: Int64) throws(StoreError) {
        guard let by = try log.author(of: number), try rights.sight.sees(commitBy: by) else {
            throw StoreError(.missing, "there is no commit \(number); 'halqa changes list' shows them")
        }
        let rows = try Statement(
            connection,
            """
            SELECT entity, key, id, action, before, after FROM audit
            WHERE commit_number = \(bind: .integer(number)) ORDER BY number DESC
            """ as SQL)
        var obstacles = Obstacles()
        while try rows.step() {
            guard let action = AuditLog.Action(rawValue: rows.text(3)) else { continue }
            let entry = Entry(
                action: action, key: rows.integer(1), id: rows.text(2), before: rows.text(4),
                after: rows.text(5))
            let table: RecordTable
            do { table = try self.table(rows.text(0)) } catch {
                throw StoreError(
                    .newerVersion, "commit \(number) changed a \(rows.text(0)), which is unknown here")
            }
            switch action {
            case .create: try takeBackCreation(entry, table, number, &obstacles)
            case .update: try takeBackUpdate(entry, table, number, &obstacles)
            case .delete: try restore(entry, table, &obstacles)
            }
        }
        guard obstacles.count == 0 else {
            throw StoreError(.conflict, "commit \(number) cannot be undone: \(obstacles.description)")
        }
    }

    private func takeBackCreation(
        _ entry: Entry, _ table: RecordTable, _ number: Int64, _ obstacles: inout Obstacles
    ) throws(StoreError) {
        guard let now = try table.read(entry.key) else { return }
        try require(now, table)
        // What nothing has changed since is as the commit made it.
        let isUntouched =
            now.version == number
            ? true : try image(now, table).values == RecordImage.values(entry.after, of: table.fields)
        guard isUntouched else {
            let later = try log.commits(after: number, of: table.entity, now.key)
            return obstacles.add(
                "\(about(now, table.entity)) was changed since (\(Self.list(later)))", by: later)
        }
        try delete(table, now.id)
    }

    private func takeBackUpdate(
        _ entry: Entry, _ table: RecordTable, _ number: Int64, _ obstacles: inout Obstacles
    ) throws(StoreError) {
        let before = try RecordImage.values(entry.before, of: table.fields)
        let after = try RecordImage.values(entry.after, of: table.fields)
        let changed = table.fields.indices.filter { before[$0] != after[$0] }
        // Nothing is left of what has been erased.
        guard !changed.isEmpty else { return }
        guard let now = try table.read(entry.key) else {
            let later = try log.commits(after: number, of: table.entity, entry.key).suffix(1)
            return obstacles.add(
                "\(table.entity.name) '\(entry.id)' was deleted since (\(Self.list(Array(later))))",
                by: Array(later))
        }
        try require(now, table)
        let wanted = Dictionary(uniqueKeysWithValues: changed.map { (table.fields[$0].name, before[$0]) })
        var new = now
        // What waits for a record that comes back with this one is looked at when that is there.
        if now.version != number, try set(wanted, in: &new, table, isLast: false) {
            for clash in try merging(now, &new, number, table).clashes {
                let later = try log.commits(after: number, of: table.entity, now.key, changing: clash.field)
                obstacles.add(
                    "'\(clash.field.name)' of \(about(now, table.entity)) was changed since "
                        + "(\(Self.list(later)))", by: later)
            }
        }
        if obstacles.count == 0 { try update(table, now.id, number, wanted) }
    }

    private func restore(
        _ entry: Entry, _ table: RecordTable, _ obstacles: inout Obstacles
    ) throws(StoreError) {
        guard try table.read(entry.key) == nil else { return }
        try rights.require(.create, table.entity)
        guard try book.key(table.entity.name, entry.id) == nil else {
            return obstacles.add(
                "the identifier '\(entry.id)' is that of another \(table.entity.spokenName) now", by: [])
        }
        let values = try RecordImage.values(entry.before, of: table.fields)
        let fields = zip(table.fields, values).map { ($0.name, $1) }
        try create(table, key: entry.key, entry.id, Dictionary(uniqueKeysWithValues: fields))
    }

    private func require(_ record: StoredRecord, _ table: RecordTable) throws(StoreError) {
        guard try rights.sight.sees(table.entity, record.key) else {
            throw StoreError(
                .notPermitted, "the commit also changed what you may not change; \(rights.advice)")
        }
    }

    private static func list(_ commits: [Int64]) -> String {
        guard commits.count != 1 else { return "in commit \(commits[0])" }
        let shown = commits.prefix(5).map(String.init).joined(separator: ", ")
        return "in commits \(shown)" + (commits.count > 5 ? " and \(commits.count - 5) more" : "")
    }
}

extension AuditLog {
    /// Who made a commit; nil when there is none of that number.
    func author(of commit: Int64) throws(StoreError) -> String? {
        guard commit < number else { return nil }
        let row = try Statement(
            connection, "SELECT by FROM commits WHERE number = \(bind: .integer(commit))" as SQL)
        return try row.step() ? row.text(0) : nil
    }

    /// The commits after one that changed a record, or a field of it.
    func commits(
        after commit: Int64, of entity: Entity, _ key: Int64, changing field: Field? = nil
    ) throws(StoreError) -> [Int64] {
        let rows = try Statement(
            connection,
            """
            SELECT commit_number, before, after FROM audit WHERE entity = \(bind: .text(entity.name))
            AND key = \(bind: .integer(key)) AND commit_number > \(bind: .integer(commit)) ORDER BY number
            """ as SQL)
        var commits: [Int64] = []
        while try rows.step() {
            if let field, !rows.isNull(1), !rows.isNull(2),
                try RecordImage.values(rows.text(1), of: [field])
                    == RecordImage.values(rows.text(2), of: [field])
            {
                continue
            }
            commits.append(rows.integer(0))
        }
        return commits
    }
}
