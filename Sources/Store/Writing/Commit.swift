import Community

/// A change set on its way into the community, within one transaction.
final class Commit {
    private let changes: ChangeSet
    private let schema: Schema
    private let viewer: Viewer
    private let connection: OpaquePointer
    private let book: ReferenceBook
    private let log: AuditLog
    private var tables: [String: RecordTable] = [:]
    private var lastKeys: [String: Int64] = [:]
    private var deleted: [(entity: Entity, record: StoredRecord)] = []

    init(
        _ changes: ChangeSet, _ schema: Schema, _ viewer: Viewer, _ connection: OpaquePointer
    ) throws(StoreError) {
        self.changes = changes
        self.schema = schema
        self.viewer = viewer
        self.connection = connection
        book = ReferenceBook(connection)
        log = try AuditLog(connection)
    }

    func make() throws(StoreError) -> CommitReceipt {
        let identifiers = try takeIdentifiers()
        try log.begin(changes.origin)
        for (change, id) in zip(changes.changes, identifiers) {
            switch change {
            case .create(let entity, _, let fields): try create(table(entity), id, fields)
            case .update(let entity, _, let base, let fields): try update(table(entity), id, base, fields)
            case .delete(let entity, _): try delete(table(entity), id)
            }
        }
        for (entity, record) in deleted { try refuseIfReferred(entity, record) }
        let changed = log.entries
        return CommitReceipt(
            number: try log.end(), identifiers: identifiers, changed: changed)
    }

    /// Settles, before anything is written, which record each change is about: so references may lead
    /// forward.
    private func takeIdentifiers() throws(StoreError) -> [String] {
        var seen: [String: Set<String>] = [:]
        var identifiers: [String] = []
        for change in changes.changes {
            let table = try table(change.entity)
            let name = table.entity.name
            let id: String
            switch change {
            case .create(_, let given, _):
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
                guard try book.key(name, id) == nil else {
                    throw StoreError(
                        .badChange, "the identifier '\(id)' is taken; choose another for the \(name)")
                }
                book.set(name, id, try nextKey(name))
            case .update(_, let given, _, _): id = given
            case .delete(_, let given):
                id = given
                guard let record = try table.read(id: id) else { throw missing(name, id) }
                deleted.append((table.entity, record))
                book.remove(name, id, record.key)
            }
            guard seen[name, default: []].insert(id).inserted else {
                throw StoreError(
                    .badChange, "\(name) '\(id)' is changed twice in one change set; join the two changes")
            }
            identifiers.append(id)
        }
        return identifiers
    }

    private func create(
        _ table: RecordTable, _ id: String, _ given: [String: FieldValue]
    ) throws(StoreError) {
        let entity = table.entity
        guard let key = try book.key(entity.name, id) else { throw missing(entity.name, id) }
        var record = StoredRecord(
            key: key, id: id, version: log.number,
            values: Array(repeating: .null, count: table.fields.count))
        for (place, field) in table.fields.enumerated() where given[field.name] == nil {
            record.values[place] = field.defaultValue
        }
        try set(given, in: &record, table)
        try table.insert(record)
        try log.add(.create, entity, before: nil, after: image(record, table))
    }

    private func update(
        _ table: RecordTable, _ id: String, _ base: Int64?, _ given: [String: FieldValue]
    ) throws(StoreError) {
        let name = table.entity.name
        guard let old = try table.read(id: id) else { throw missing(name, id) }
        if let base, base != old.version {
            throw StoreError(
                .conflict,
                "\(name) '\(id)' was changed meanwhile (in commit \(old.version); this change is based on "
                    + "commit \(base)); look at it again")
        }
        var new = old
        try set(given, in: &new, table)
        guard new != old else { return }
        new.version = log.number
        try table.update(old, to: new)
        try log.add(.update, table.entity, before: image(old, table), after: image(new, table))
    }

    private func delete(_ table: RecordTable, _ id: String) throws(StoreError) {
        guard let record = try table.read(id: id) else { throw missing(table.entity.name, id) }
        let before = try image(record, table)
        try table.delete(record)
        try log.add(.delete, table.entity, before: before, after: nil)
    }

    /// Checks values and puts them into a record.
    private func set(
        _ given: [String: FieldValue], in record: inout StoredRecord, _ table: RecordTable
    ) throws(StoreError) {
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let place = table.places[name] else { throw refusal(of: name, table.entity, record) }
            record.values[place] = try checked(value, table.fields[place], table.entity, record)
        }
        for place in table.fields.indices
        where record.values[place].isMissing && table.fields[place].isRequired {
            throw StoreError(
                .badChange,
                "\(about(record, table.entity)) has no '\(table.fields[place].name)', which every "
                    + "\(table.entity.name) must have")
        }
    }

    /// A value as records hold it.
    private func checked(
        _ value: FieldValue, _ field: Field, _ entity: Entity, _ record: StoredRecord
    ) throws(StoreError) -> FieldValue {
        do { try field.type.check(value) } catch {
            throw StoreError(.badChange, "\(about(record, entity)): '\(field.name)': \(error)")
        }
        if case .list(let items) = value, field.type.target == nil,
            let item = items.first(where: { $0.description.contains("\u{1F}") })
        {
            throw StoreError(
                .badChange,
                "\(about(record, entity)): '\(field.name)': '\(item)' contains a unit separator (U+001F)")
        }
        guard let inner = try book.inner(value, field.type) else {
            throw try unknownReference(value, field, about(record, entity))
        }
        return inner.normalized
    }

    private func about(_ record: StoredRecord, _ entity: Entity) -> String {
        "\(entity.name) '\(record.id)'"
    }

    private func refusal(of name: String, _ entity: Entity, _ record: StoredRecord) -> StoreError {
        let about = about(record, entity)
        if name == "id" {
            return StoreError(.badChange, "\(about): an identifier is for good; it cannot be changed")
        }
        guard entity.field(name) == nil else {
            return StoreError(
                .badChange,
                "\(about): '\(name)' is the other side of a reference; change the reference itself")
        }
        let names = entity.storedFields.map(\.name)
        return StoreError(
            .badChange,
            "\(about): \(SchemaError.unknownField(name, entity: entity.name, among: names))")
    }

    private func unknownReference(
        _ value: FieldValue, _ field: Field, _ about: String
    ) throws(StoreError) -> StoreError {
        let target = field.type.target ?? ""
        var items = [value]
        if case .list(let several) = value { items = several }
        for case .reference(let id) in items where try book.key(target, id) == nil {
            return StoreError(
                .unknownRecord, "\(about): '\(field.name)': there is no \(target) '\(id)'")
        }
        return StoreError(.unknownRecord, "\(about): '\(field.name)' leads to no \(target)")
    }

    private func missing(_ entity: String, _ id: String) -> StoreError {
        StoreError(.unknownRecord, "there is no \(entity) '\(id)'")
    }

    /// All stored fields, with identifiers in the place of keys.
    private func image(_ record: StoredRecord, _ table: RecordTable) throws(StoreError) -> AuditLog.Image {
        var outer = record
        for place in table.fields.indices where !record.values[place].isNull {
            outer.values[place] = try book.outer(record.values[place], table.fields[place].type)
        }
        return AuditLog.Image(record: outer, fields: table.fields)
    }

    /// Records that still refer to one that goes, the first of them by name.
    private func refuseIfReferred(_ entity: Entity, _ record: StoredRecord) throws(StoreError) {
        for other in schema.entities {
            for field in other.fields where field.type.isStored && field.type.target == entity.name {
                let condition = Predicate.field(field.name, .equals(.key(record.key)))
                guard try !referring(other, condition, .operator).isEmpty else { continue }
                let named = try referring(other, condition, viewer).map { "\(other.name) '\($0)'" }
                let by = named.isEmpty ? "other records" : named.joined(separator: ", ")
                throw StoreError(
                    .conflict,
                    "\(entity.name) '\(record.id)' cannot be deleted: it is still the '\(field.name)' of \(by)"
                )
            }
        }
    }

    private func referring(
        _ entity: Entity, _ condition: Predicate, _ viewer: Viewer
    ) throws(StoreError) -> [String] {
        let compilation = Compilation(schema, for: viewer, .lookup) { id, _ throws(StoreError) in
            throw StoreError(.defect, "'\(id)' is looked for by its identifier")
        }
        let row = try compilation.row(of: entity)
        let met = try compilation.predicate(condition, on: row, .policy)
        let sql: SQL = "SELECT \(row.id) FROM \(row.source) WHERE \(met) ORDER BY \(row.key) LIMIT 3"
        let statement = try Statement(connection, compilation.complete(sql))
        var names: [String] = []
        while try statement.step() { names.append(statement.text(0)) }
        return names
    }

    private func table(_ name: String) throws(StoreError) -> RecordTable {
        if let known = tables[name] { return known }
        let entity: Entity
        do { entity = try schema.entity(name) } catch { throw StoreError(.badChange, error.description) }
        // It is the same table by the entity's singular and by its plural.
        let table: RecordTable
        if let known = tables[entity.name] {
            table = known
        } else {
            table = try RecordTable(entity, connection)
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

extension FieldValue {
    /// One way to say that there is nothing.
    fileprivate var normalized: FieldValue {
        switch self {
        case .list(let items) where items.isEmpty: .null
        case .localized(let text) where text.isEmpty: .null
        default: self
        }
    }

    /// Whether it does not do where a value must be.
    fileprivate var isMissing: Bool { isNull || self == .text("") }
}
