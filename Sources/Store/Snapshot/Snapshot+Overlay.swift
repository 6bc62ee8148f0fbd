import Community

/// What becomes of a record by changes that are laid over a snapshot.
public struct LaidChange: Sendable, Hashable {
    /// Its place among them, from 1.
    public let number: Int64
    public let action: RecordDiff.Action
    /// The entity's name, singular.
    public let entity: String
    public let key: Int64
    public let id: String
    /// The fields that are other than before, as far as the viewer may know, in the entity's order.
    public let fields: [String]
}

// The community as it would be after changes that nobody has made.
extension Snapshot {
    /// Makes changes in what is read here, and nowhere else, by what makes them in earnest. From then on everything
    /// that is read is as it would be after them.
    ///
    /// - Parameters:
    ///   - maker: who makes them; nil for the viewer.
    ///   - next: gives the next change, with its identifier if it makes a record; nil after the last.
    /// - Returns: how many records are other than before.
    /// - Throws: what applying them would; the snapshot is of no use then.
    @discardableResult
    public func lay(as maker: Viewer? = nil, next: () throws -> Change?) throws -> Int {
        try lay(undoing: nil, maker) { commit in
            while let change = try next() { try commit.add(change) }
        }
    }

    /// The same with the opposite of a commit.
    @discardableResult
    public func lay(undoOf number: Int64, as maker: Viewer? = nil) throws -> Int {
        try lay(undoing: number, maker) { commit in try commit.undo(number) }
    }

    private func lay(
        undoing undone: Int64?, _ maker: Viewer?, _ make: (Commit) throws -> Void
    ) throws -> Int {
        guard overlay == nil else {
            throw StoreError(.defect, "changes are laid over a snapshot that has some already")
        }
        let pointer = connection.pointer
        // The file is open for reading only; what is written now is temporary.
        try Statement(pointer, "PRAGMA query_only = OFF").run()
        let overlay = try Overlay(pointer)
        self.overlay = overlay
        defer { remembered = RecordCache() }
        let book = ReferenceBook(pointer)
        let insertion = try Statement(
            pointer, "INSERT INTO \"laid changes\" (event, key, id, fields) VALUES (?, ?, ?, ?)")
        let origin = ChangeSet.Origin(by: viewer.name, command: "", at: Instant(milliseconds: 0))
        let commit = try Commit(origin, undoing: undone, schema, maker ?? viewer, pointer, over: overlay) {
            diff throws(StoreError) in
            var fields = JSONText()
            fields.sequence("[", diff.fields, "]") { $0.string($1.field.name) }
            try insertion.run([
                .text("\(diff.entity).\(diff.action.rawValue)"),
                .integer(book.key(diff.entity, diff.id) ?? 0), .text(diff.id), .text(fields.text),
            ])
        }
        try make(commit)
        let changed = try commit.finish().changed
        try Statement(pointer, "PRAGMA query_only = ON").run()
        return changed
    }

    /// What becomes of records by the changes that have been laid over, in the order of the changes.
    ///
    /// - Parameters:
    ///   - events: an entity and what is done: `session.create`. Only those.
    ///   - number: only those after the one of this number.
    public func laidChanges(
        _ events: Set<String>, after number: Int64 = 0, limit: Int
    ) throws(StoreError) -> [LaidChange] {
        guard overlay != nil else { return [] }
        let wanted = SQL.list(events.sorted().map(SQLValue.text))
        var changes: [LaidChange] = []
        try rows(
            """
            SELECT number, event, key, id, fields FROM "laid changes" WHERE number > \(bind: .integer(number))
            AND event IN \(wanted) ORDER BY number LIMIT \(bind: .integer(Int64(limit)))
            """
        ) { row in
            let event = row.text(1).split(separator: ".").map(String.init)
            guard event.count == 2, let action = RecordDiff.Action(rawValue: event[1]),
                case .list(let fields) = JSONReader.value(of: row.text(4))
            else { return }
            changes.append(
                LaidChange(
                    number: row.integer(0), action: action, entity: event[0], key: row.integer(2),
                    id: row.text(3),
                    fields: fields.compactMap { if case .text(let name) = $0 { name } else { nil } }))
        }
        return changes
    }
}
