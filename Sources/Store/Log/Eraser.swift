import Community

/// Takes a person out of the community within one transaction: out of the record, and out of all that the audit
/// log keeps of it. The record stays as a tombstone, so that references are whole.
struct Eraser {
    let person: Erasure.Person
    private let schema: Schema
    private let connection: OpaquePointer
    private let table: RecordTable
    private let keys: [Int64]
    private let now: StoredRecord?

    /// What of a member's record says nothing about the person but what they are to the community.
    private static let kept: Set = ["organization", "role", "alternate_for", "active"]

    /// - Parameters:
    ///   - id: the member's identifier, who may be deleted already.
    ///   - word: what stands in the name's place.
    init(
        _ id: String, word: String, _ schema: Schema, _ connection: OpaquePointer
    ) throws(StoreError) {
        self.schema = schema
        self.connection = connection
        let entity: Entity
        do { entity = try schema.entity("member") } catch { throw StoreError(.defect, error.description) }
        table = try RecordTable(entity, connection)
        now = try table.read(id: id)
        if let now { keys = [now.key] } else { keys = try Self.keys(of: id, connection) }
        guard !keys.isEmpty else {
            throw StoreError(.unknownRecord, "there is no member '\(id)', and was none")
        }
        var values = now.map { [$0.values] } ?? []
        for key in keys {
            values += try Self.images(key, table, connection).flatMap { [$0.before, $0.after] }
        }
        let texts = Self.texts(values, table)
        person = Erasure.Person(
            id: id, newID: Self.tells(id, texts) ? MadeIdentifier.make("erased") : id,
            texts: texts, word: word)
    }

    private static func keys(of id: String, _ connection: OpaquePointer) throws(StoreError) -> [Int64] {
        let rows = try Statement(
            connection,
            "SELECT DISTINCT key FROM audit WHERE entity = 'member' AND id = \(bind: .text(id))" as SQL)
        var keys: [Int64] = []
        while try rows.step() { keys.append(rows.integer(0)) }
        return keys
    }

    /// Names, addresses and numbers; not what is too short to be told from other text.
    private static func texts(_ values: [[FieldValue]], _ table: RecordTable) -> Set<String> {
        var texts: Set<String> = []
        for (place, field) in table.fields.enumerated()
        where field.name == table.entity.label || field.sensitivity == .personal {
            for record in values where place < record.count {
                if case .text(let text) = record[place], text.count >= 3 { texts.insert(text) }
            }
        }
        return texts
    }

    /// Whether an identifier has a part of the person's name or address in it, other than the words for what
    /// people are in a community.
    private static func tells(_ id: String, _ texts: Set<String>) -> Bool {
        let roles = Role.allCases.flatMap { $0.rawValue.split(separator: "_") }
        let parts = texts.flatMap { text in
            SearchFold.foldForComparison(String(text.prefix { $0 != "@" })).split { !$0.isLetter }
        }
        let folded = SearchFold.foldForComparison(id)
        return parts.contains { $0.count >= 3 && !roles.contains($0) && folded.contains($0) }
    }

    // MARK: The record and its images

    func erase(_ origin: ChangeSet.Origin) throws(StoreError) {
        try eraseImages()
        if person.newID != person.id { try rename() }
        let log = try AuditLog(connection, origin)
        if let now {
            var former = StoredRecord(
                key: now.key, id: person.newID, version: now.version, values: now.values)
            var tombstone = former
            tombstone.values = erased(now.values)
            if let active = table.places["active"] { tombstone.values[active] = .boolean(false) }
            tombstone.version = log.number
            try table.update(former, to: tombstone)
            former.values = erased(now.values)
            let book = ReferenceBook(connection)
            var (before, after) = (former, tombstone)
            for place in table.references {
                let type = table.fields[place].type
                before.values[place] = try book.outer(before.values[place], type)
                after.values[place] = try book.outer(after.values[place], type)
            }
            try log.add(.update, table, before: before, after: after)
        }
        // The commit stays, also where no record was left: the log has that it was done.
        try eraseColumns()
        // Words of the index stay in its older parts until these are joined.
        let index = quoted(table.entity.searchTable)
        try Statement(connection, "INSERT INTO \(index) (\(index)) VALUES ('optimize')").run()
    }

    /// A member's values without the person.
    private func erased(_ values: [FieldValue]) -> [FieldValue] {
        table.fields.indices.map { place in
            let field = table.fields[place]
            if field.name == table.entity.label { return .text(person.word) }
            if Self.kept.contains(field.name) || values[place].isNull { return values[place] }
            return field.isRequired ? field.defaultValue : .null
        }
    }

    private struct Image {
        let number: Int64
        let before: [FieldValue]
        let after: [FieldValue]
        let hasBefore: Bool
        let hasAfter: Bool
    }

    private static func images(
        _ key: Int64, _ table: RecordTable, _ connection: OpaquePointer
    ) throws(StoreError) -> [Image] {
        let rows = try Statement(
            connection,
            "SELECT number, before, after FROM audit WHERE entity = 'member' AND key = \(bind: .integer(key))"
                as SQL)
        var images: [Image] = []
        while try rows.step() {
            images.append(
                Image(
                    number: rows.integer(0),
                    before: try rows.isNull(1) ? [] : RecordImage.values(rows.text(1), of: table.fields),
                    after: try rows.isNull(2) ? [] : RecordImage.values(rows.text(2), of: table.fields),
                    hasBefore: !rows.isNull(1), hasAfter: !rows.isNull(2)))
        }
        return images
    }

    private func eraseImages() throws(StoreError) {
        let update = try Statement(connection, "UPDATE audit SET before = ?, after = ? WHERE number = ?")
        for key in keys {
            for image in try Self.images(key, table, connection) {
                let before = image.hasBefore ? RecordImage.json(erased(image.before), of: table.fields) : nil
                let after = image.hasAfter ? RecordImage.json(erased(image.after), of: table.fields) : nil
                try update.run([SQLValue(before), SQLValue(after), .integer(image.number)])
            }
        }
    }

    // MARK: All else

    private func eraseColumns() throws(StoreError) {
        for (table, columns) in PersonColumn.all {
            for (column, kind) in columns {
                switch kind {
                case .nobody, .record, .receipt, .source: break
                case .identifier:
                    try Statement(
                        connection,
                        "UPDATE \(quoted(table)) SET \(quoted(column)) = ? WHERE \(quoted(column)) = ?"
                    ).run([.text(person.newID), .text(person.id)])
                case .text: try rewrite(table, column) { person.erased(from: $0) }
                case .json: try rewrite(table, column) { JSONReader.json($0) { person.erased(from: $0) } }
                }
            }
        }
    }

    private func rewrite(
        _ table: String, _ column: String, _ change: (String) -> String
    ) throws(StoreError) {
        let (table, column) = (quoted(table), quoted(column))
        let rows = try Statement(
            connection, "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL")
        var changed: [(former: String, new: String)] = []
        while try rows.step() {
            let former = rows.text(0)
            let new = change(former)
            if new != former { changed.append((former, new)) }
        }
        let update = try Statement(connection, "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?")
        for (former, new) in changed { try update.run([.text(new), .text(former)]) }
    }

    // MARK: The identifier

    /// Gives the person another identifier, in the record and in all that refers to it.
    private func rename() throws(StoreError) {
        let new = SQLValue.text(person.newID)
        for key in keys {
            try Statement(connection, "UPDATE member SET id = ? WHERE key = ?").run([new, .integer(key)])
            try Statement(connection, "UPDATE audit SET id = ? WHERE entity = 'member' AND key = ?")
                .run([new, .integer(key)])
        }
        for entity in schema.entities {
            let places = entity.storedFields.filter { $0.type.target == "member" }
            if !places.isEmpty { try renameReferences(of: entity) }
        }
    }

    private func renameReferences(of entity: Entity) throws(StoreError) {
        let fields = entity.storedFields.filter { $0.type != .identifier }
        var json = JSONText()
        json.string(person.id)
        let rows = try Statement(
            connection,
            """
            SELECT number, before, after FROM audit WHERE entity = \(bind: .text(entity.name)) AND
            (instr(before, \(bind: .text(json.text))) OR instr(after, \(bind: .text(json.text))))
            """ as SQL)
        let update = try Statement(connection, "UPDATE audit SET before = ?, after = ? WHERE number = ?")
        var images: [(Int64, String?, String?)] = []
        while try rows.step() {
            images.append(
                (
                    rows.integer(0), rows.isNull(1) ? nil : rows.text(1),
                    rows.isNull(2) ? nil : rows.text(2)
                ))
        }
        for (number, before, after) in images {
            try update.run([
                SQLValue(try before.map { text throws(StoreError) in try renamed(text, fields) }),
                SQLValue(try after.map { text throws(StoreError) in try renamed(text, fields) }),
                .integer(number),
            ])
        }
    }

    private func renamed(_ image: String, _ fields: [Field]) throws(StoreError) -> String {
        let values = try RecordImage.values(image, of: fields)
        let new = zip(fields, values).map { field, value in
            field.type.target == "member" ? reference(value) : value
        }
        return RecordImage.json(new, of: fields)
    }

    private func reference(_ value: FieldValue) -> FieldValue {
        switch value {
        case .reference(person.id): .reference(person.newID)
        case .list(let items): .list(items.map(reference))
        default: value
        }
    }
}
