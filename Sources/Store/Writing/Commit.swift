import Community

/// A change set on its way into the community, within one transaction: one change after the other, so that
/// memory does not grow with their number.
final class Commit {
    let schema: Schema
    let viewer: Viewer
    let connection: OpaquePointer
    let book: ReferenceBook
    let log: AuditLog
    let rights: WritingRights
    /// Over what the changes are laid, where they are not made in earnest.
    private let overlay: Overlay?
    /// Takes what becomes of each record, as far as the viewer may know it.
    private let show: ((RecordDiff) throws(StoreError) -> Void)?
    private var tables: [String: RecordTable] = [:]
    private var lastKeys: [String: Int64] = [:]
    /// By entity: the identifiers of records that this set deletes, and their keys.
    private(set) var deleted: [String: [String: Int64]] = [:]
    /// Changes that refer to records which are not there yet, and may still be made, with their numbers.
    private var waiting: [(number: Int, change: Waiting)] = []
    /// Takes changes that cannot be made, by their number from 0; nil: one ends the commit.
    private let refuse: ((Int, StoreError) -> Void)?
    private var count = 0
    private var identifiers: [String] = []

    private enum Waiting {
        case creation(RecordTable, StoredRecord, [String: FieldValue])
        case update(RecordTable, String, base: Int64?, [String: FieldValue])
    }

    init(
        _ origin: ChangeSet.Origin, accepting accepted: [ChangeSet.Warning] = [], undoing: Int64? = nil,
        _ schema: Schema, _ viewer: Viewer, _ connection: OpaquePointer, over overlay: Overlay? = nil,
        show: ((RecordDiff) throws(StoreError) -> Void)? = nil,
        refuse: ((Int, StoreError) -> Void)? = nil
    ) throws(StoreError) {
        self.schema = schema
        self.refuse = refuse
        // What a member may do now, whatever it was when somebody looked them up.
        if case .member(let member) = viewer {
            self.viewer = .member(try .find(member.id, schema, connection))
        } else {
            self.viewer = viewer
        }
        self.connection = connection
        self.overlay = overlay
        self.show = show
        book = ReferenceBook(connection)
        rights = WritingRights(schema, for: self.viewer, connection)
        log =
            overlay == nil
            ? try AuditLog(connection, origin, accepting: accepted, undoing: undoing)
            : try AuditLog(reading: connection)
    }

    func add(_ change: Change) throws(StoreError) {
        defer { count += 1 }
        do { try make(change) } catch { try refuse(count, error) }
    }

    private func refuse(_ number: Int, _ error: StoreError) throws(StoreError) {
        guard let refuse, error.isAboutChange else { throw error }
        refuse(number, error)
    }

    private func make(_ change: Change) throws(StoreError) {
        let table = try table(change.entity)
        switch change {
        case .create(_, let id, let fields): try create(table, id, fields)
        case .update(_, let id, let base, let fields): try update(table, id, base, fields)
        case .upsert(_, let id, let fields):
            let record = try table.read(id: id)
            if let record, try rights.sight.sees(table.entity, record.key) {
                try update(table, id, nil, fields, known: record)
            } else {
                try create(table, id, fields, isInTable: record != nil)
            }
        case .delete(_, let id): try delete(table, id)
        }
    }

    /// Makes what had to wait, and checks what can be told only at the end.
    func finish() throws(StoreError) -> CommitReceipt {
        for (number, change) in waiting {
            do throws(StoreError) {
                switch change {
                case .creation(let table, let record, let fields):
                    _ = try create(table, record, fields, isLast: true)
                case .update(let table, let id, let base, let fields):
                    _ = try update(table, id, base, fields, isLast: true)
                }
            } catch { try refuse(number, error) }
        }
        try refuseDanglingReferences()
        try rights.settle()
        return CommitReceipt(number: try log.end(), identifiers: identifiers, changed: log.entries)
    }

    /// - Parameter isInTable: whether there is a record of that identifier; nil: it is looked for.
    private func create(
        _ table: RecordTable, _ given: String?, _ fields: [String: FieldValue], isInTable: Bool? = nil
    ) throws(StoreError) {
        let name = table.entity.name
        try rights.require(.create, table.entity)
        let id: String
        if let given { id = given } else { id = try makeIdentifier(table.entity) }
        guard FieldType.isIdentifier(id) else {
            throw StoreError(
                .badChange,
                "'\(id)' cannot be the identifier of a new \(name): it has 1 to 64 lower-case letters, "
                    + "digits, '-', '_' and '.', and begins with a letter or digit")
        }
        guard name != "member" || id != Viewer.operator.name else {
            throw StoreError(
                .badChange,
                "'\(id)' stands for whoever may write the community's file; choose another identifier "
                    + "for the member")
        }
        guard deleted[name]?[id] == nil else { throw changedTwice(name, id) }
        let taken = isInTable == false ? book.awaited(name, id) : try book.key(name, id)
        guard taken == nil else {
            throw StoreError(
                .badChange, "the identifier '\(id)' is taken; choose another for the \(name)")
        }
        identifiers.append(id)
        try create(table, key: nextKey(name), id, fields)
    }

    /// Makes a record, at once or when what it refers to is there.
    func create(
        _ table: RecordTable, key: Int64, _ id: String, _ fields: [String: FieldValue]
    ) throws(StoreError) {
        rights.make(table.entity, key)
        let record = StoredRecord(key: key, id: id, version: log.number, values: table.defaults)
        if try !create(table, record, fields, isLast: false) {
            book.set(table.entity.name, id, key)
            waiting.append((count, .creation(table, record, fields)))
        }
    }

    /// - Returns: false when it has to wait.
    private func create(
        _ table: RecordTable, _ defaults: StoredRecord, _ given: [String: FieldValue], isLast: Bool
    ) throws(StoreError) -> Bool {
        let entity = table.entity
        var record = defaults
        guard try set(given, in: &record, table, isLast: isLast) else { return false }
        try refuseMissing(record, table)
        try refuseReversed(record, table)
        try table.insert(record)
        rights.created(entity, record.id, record.key) {
            table.fields.filter { !(given[$0.name] ?? .null).isNull }
        }
        try log.add(.create, table, before: nil, after: image(record, table), show: tell)
        return true
    }

    /// - Parameter known: the record, where it has just been read.
    func update(
        _ table: RecordTable, _ id: String, _ base: Int64?, _ given: [String: FieldValue],
        known: StoredRecord? = nil
    ) throws(StoreError) {
        identifiers.append(id)
        if try !update(table, id, base, given, known: known, isLast: false) {
            waiting.append((count, .update(table, id, base: base, given)))
        }
    }

    /// - Returns: false when it has to wait.
    private func update(
        _ table: RecordTable, _ id: String, _ base: Int64?, _ given: [String: FieldValue],
        known: StoredRecord? = nil, isLast: Bool
    ) throws(StoreError) -> Bool {
        let entity = table.entity
        let old = try record(id, table, known: known)
        try rights.require(.update, entity)
        var new = old
        guard try set(given, in: &new, table, isLast: isLast) else { return false }
        if base == nil { keepLanguages(old, in: &new, table) }
        try keepHidden(old, in: &new, table)
        var merged: Set<Int> = []
        if let base, base < old.version { merged = try merge(old, &new, base, table) }
        try refuseMissing(new, table)
        try refuseReversed(new, table, since: old)
        let changed = table.fields.indices.filter { old.values[$0] != new.values[$0] }
        guard !changed.isEmpty else { return true }
        try rights.changing(entity, id, old.key, changed.map { table.fields[$0] })
        new.version = log.number
        try table.update(old, to: new)
        try log.add(
            .update, table, before: image(old, table), after: image(new, table), merged: merged, show: tell)
        return true
    }

    func delete(_ table: RecordTable, _ id: String) throws(StoreError) {
        let entity = table.entity
        let record = try record(id, table)
        try rights.require(.delete, entity)
        try rights.deleting(entity, id, record.key)
        identifiers.append(id)
        let before = try image(record, table)
        try log.add(.delete, table, before: before, after: nil, show: tell)
        try table.delete(record)
        book.remove(entity.name, id, record.key)
        deleted[entity.name, default: [:]][id] = record.key
    }

    /// The record that a change is about. One that the viewer may not see answers as one that does not exist.
    ///
    /// - Parameter known: the record, where it has just been read and the viewer sees it.
    private func record(
        _ id: String, _ table: RecordTable, known: StoredRecord? = nil
    ) throws(StoreError) -> StoredRecord {
        let name = table.entity.name
        var found = known
        if found == nil, let read = try table.read(id: id), try rights.sight.sees(table.entity, read.key) {
            found = read
        }
        guard let record = found else {
            throw deleted[name]?[id] == nil ? missing(name, id) : changedTwice(name, id)
        }
        guard record.version != log.number else { throw changedTwice(name, id) }
        return record
    }

    private func changedTwice(_ entity: String, _ id: String) -> StoreError {
        StoreError(
            .badChange, "\(entity) '\(id)' is changed twice in one change set; join the two changes")
    }

    func missing(_ entity: String, _ id: String) -> StoreError {
        StoreError(.unknownRecord, "there is no \(entity) '\(id)'")
    }

    /// All stored fields, with identifiers in the place of keys.
    func image(_ record: StoredRecord, _ table: RecordTable) throws(StoreError) -> StoredRecord {
        var outer = record
        for place in table.references where !record.values[place].isNull {
            outer.values[place] = try book.outer(record.values[place], table.fields[place].type)
        }
        return outer
    }

    /// Passes a record's difference on, as far as the viewer may know it.
    private var tell: ((RecordDiff, Entity, Int64) throws(StoreError) -> Void)? {
        guard let show else { return nil }
        return { [rights] diff, entity, key throws(StoreError) in
            try show(rights.sight.shown(diff, entity, key))
        }
    }

    func table(_ name: String) throws(StoreError) -> RecordTable {
        if let known = tables[name] { return known }
        let entity: Entity
        do { entity = try schema.entity(name) } catch { throw StoreError(.badChange, error.description) }
        // It is the same table by the entity's singular and by its plural.
        let table: RecordTable
        if let known = tables[entity.name] {
            table = known
        } else {
            table = try RecordTable(entity, connection, over: overlay)
        }
        tables[entity.name] = table
        tables[name] = table
        return table
    }

    private func makeIdentifier(_ entity: Entity) throws(StoreError) -> String {
        while true {
            let id = MadeIdentifier.make(entity.identifierPrefix)
            if try book.key(entity.name, id) == nil { return id }
        }
    }

    /// Keys are never used again, also not after their record is gone.
    private func nextKey(_ entity: String) throws(StoreError) -> Int64 {
        var last = lastKeys[entity]
        if last == nil {
            let statement = try Statement(
                connection, "SELECT seq FROM sqlite_sequence WHERE name = \(bind: .text(entity))" as SQL)
            last = try statement.step() ? statement.integer(0) : 0
        }
        let key = (last ?? 0) + 1
        lastKeys[entity] = key
        return key
    }
}
