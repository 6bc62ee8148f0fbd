import Community

/// A record as its tables hold it: references are keys, an empty list and a text in no language are null.
struct StoredRecord: Hashable {
    let key: Int64
    let id: String
    /// The number of the commit that last changed it.
    var version: Int64
    /// Of the stored fields other than `id`, in the entity's order.
    var values: [FieldValue]
}

/// The tables of one entity, written together: the row, its references to many, its words in the index.
final class RecordTable {
    let entity: Entity
    /// The stored fields other than `id`.
    let fields: [Field]
    /// The place in `fields` of each, by its name.
    let places: [String: Int]
    /// The places of references, to one or to many.
    let references: [Int]
    /// The places of fields that every record must have.
    let required: [Int]
    /// The places of days that may not be before another, and those of the others.
    let spans: [(start: Int, end: Int)]
    /// The names of `fields` as they stand in images.
    let imageNames: [String]
    /// What a new record has of which nothing is said.
    let defaults: [FieldValue]
    private let columns: [Int]
    private let joins: [Join]
    private let searched: [Int]

    // Prepared once: a change set may hold a hundred thousand records.
    private let readingByKey: Statement
    private let readingByID: Statement
    private let insertion: Statement
    private let updating: Statement
    private let deletion: Statement
    private let indexing: Statement?
    private let forgetting: Statement?

    /// The table of a field of references to many.
    private struct Join {
        let place: Int
        let reading: Statement
        let insertion: Statement
        let deletion: Statement
    }

    /// Over what is written, where it is not written in earnest.
    private let overlay: Overlay?

    init(
        _ entity: Entity, _ connection: OpaquePointer, over overlay: Overlay? = nil
    ) throws(StoreError) {
        self.entity = entity
        self.overlay = overlay
        let fields = entity.fields.filter { $0.isColumn || $0.isJoined }
        self.fields = fields
        let places = Dictionary(uniqueKeysWithValues: fields.indices.map { (fields[$0].name, $0) })
        self.places = places
        references = fields.indices.filter { fields[$0].type.target != nil }
        required = fields.indices.filter { fields[$0].isRequired }
        spans = fields.indices.compactMap { end in
            fields[end].start.flatMap { places[$0] }.map { (start: $0, end: end) }
        }
        imageNames = RecordImage.names(of: fields)
        defaults = fields.map(\.defaultValue)
        columns = fields.indices.filter { fields[$0].isColumn }
        searched = fields.indices.filter { fields[$0].isSearchable }
        func prepare(_ sql: String) throws(StoreError) -> Statement { try Statement(connection, sql) }

        let table = quoted(entity.name)
        let names = columns.map { quoted(fields[$0].name) }
        let all = (["key", "id", "version"] + names).joined(separator: ", ")
        readingByKey = try prepare("SELECT \(all) FROM \(table) WHERE key = ?")
        readingByID = try prepare("SELECT \(all) FROM \(table) WHERE id = ?")
        insertion = try prepare("INSERT INTO \(table) (\(all)) VALUES (\(Self.parameters(names.count + 3)))")
        let sets = (["version"] + names).map { "\($0) = ?" }.joined(separator: ", ")
        updating = try prepare("UPDATE \(table) SET \(sets) WHERE key = ?")
        deletion = try prepare("DELETE FROM \(table) WHERE key = ?")

        var joins: [Join] = []
        for place in fields.indices where fields[place].isJoined {
            let join = quoted(entity.joinTable(fields[place]))
            joins.append(
                Join(
                    place: place,
                    reading: try prepare("SELECT target FROM \(join) WHERE record = ? ORDER BY position"),
                    insertion: try prepare("INSERT INTO \(join) (record, position, target) VALUES (?, ?, ?)"),
                    deletion: try prepare("DELETE FROM \(join) WHERE record = ?")))
        }
        self.joins = joins

        guard !searched.isEmpty else {
            (indexing, forgetting) = (nil, nil)
            return
        }
        let index = quoted(entity.searchTable)
        let words = searched.map { quoted(fields[$0].name) }.joined(separator: ", ")
        let values = Self.parameters(searched.count + 1)
        indexing = try prepare("INSERT INTO \(index) (rowid, \(words)) VALUES (\(values))")
        forgetting = try prepare(
            overlay != nil
                ? Overlay.forgetting(entity)
                : "INSERT INTO \(index) (\(index), rowid, \(words)) VALUES ('delete', \(values))")
    }

    func read(_ key: Int64) throws(StoreError) -> StoredRecord? {
        try read(readingByKey, .integer(key))
    }

    func read(id: String) throws(StoreError) -> StoredRecord? {
        try read(readingByID, .text(id))
    }

    private func read(_ row: Statement, _ value: SQLValue) throws(StoreError) -> StoredRecord? {
        defer { row.reset() }
        try row.bind(value, at: 1)
        guard try row.step() else { return nil }
        var record = StoredRecord(
            key: row.integer(0), id: row.text(1), version: row.integer(2),
            values: Array(repeating: .null, count: fields.count))
        for (column, place) in columns.enumerated() {
            record.values[place] = fields[place].type.value(Int32(column + 3), of: row)
        }
        for join in joins {
            defer { join.reading.reset() }
            try join.reading.bind(.integer(record.key), at: 1)
            var keys: [FieldValue] = []
            while try join.reading.step() { keys.append(.key(join.reading.integer(0))) }
            if !keys.isEmpty { record.values[join.place] = .list(keys) }
        }
        return record
    }

    func insert(_ record: StoredRecord) throws(StoreError) {
        try overlay?.cover(entity)
        insertion.clear()
        try insertion.bind(.integer(record.key), at: 1)
        try insertion.bind(.text(record.id), at: 2)
        try insertion.bind(.integer(record.version), at: 3)
        try bind(record, insertion, from: 4)
        try insertion.finish()
        for join in joins { try insert(record, join) }
        try index(record)
    }

    func update(_ old: StoredRecord, to new: StoredRecord) throws(StoreError) {
        try overlay?.cover(entity)
        updating.clear()
        try updating.bind(.integer(new.version), at: 1)
        try bind(new, updating, from: 2)
        try updating.bind(.integer(new.key), at: Int32(columns.count + 2))
        try updating.finish()
        for join in joins where old.values[join.place] != new.values[join.place] {
            try join.deletion.run([.integer(new.key)])
            try insert(new, join)
        }
        if searched.contains(where: { old.values[$0] != new.values[$0] }) {
            try forget(old)
            try index(new)
        }
    }

    func delete(_ record: StoredRecord) throws(StoreError) {
        try overlay?.cover(entity)
        try forget(record)
        try deletion.run([.integer(record.key)])
    }

    /// Puts a record's words into the full-text index.
    func index(_ record: StoredRecord) throws(StoreError) {
        if let indexing { try write(record, indexing) }
    }

    /// Takes a record's words out of the full-text index, which has to be told them again: it keeps no texts.
    private func forget(_ record: StoredRecord) throws(StoreError) {
        if let forgetting { try write(record, forgetting, withWords: overlay == nil) }
    }

    private func write(_ record: StoredRecord, _ statement: Statement, withWords: Bool = true)
        throws(StoreError)
    {
        statement.clear()
        try statement.bind(.integer(record.key), at: 1)
        for (index, place) in searched.enumerated() where withWords {
            let place = (index: Int32(index + 2), value: record.values[place])
            switch place.value {
            case .text(let text): try statement.bind(.text(SearchFold.fold(text)), at: place.index)
            case .localized(let text):
                let texts = text.sorted.map(\.text).joined(separator: "\n")
                try statement.bind(.text(SearchFold.fold(texts)), at: place.index)
            default: break
            }
        }
        try statement.finish()
    }

    private func insert(_ record: StoredRecord, _ join: Join) throws(StoreError) {
        guard case .list(let keys) = record.values[join.place] else { return }
        for (position, key) in keys.enumerated() {
            guard case .key(let target) = key else { continue }
            try join.insertion.bind(.integer(record.key), at: 1)
            try join.insertion.bind(.integer(Int64(position)), at: 2)
            try join.insertion.bind(.integer(target), at: 3)
            try join.insertion.finish()
        }
    }

    /// Binds the columns that have a value.
    private func bind(_ record: StoredRecord, _ statement: Statement, from first: Int32) throws(StoreError) {
        for (column, place) in columns.enumerated() where !record.values[place].isNull {
            let value = fields[place].type.column(record.values[place]) ?? .null
            try statement.bind(value, at: first + Int32(column))
        }
    }

    private static func parameters(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}
