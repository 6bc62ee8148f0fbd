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
    private let connection: OpaquePointer
    private var statements: [String: Statement] = [:]
    private let columns: [Int]
    private let joined: [Int]
    private let searched: [Int]

    init(_ entity: Entity, _ connection: OpaquePointer) {
        self.entity = entity
        self.connection = connection
        fields = entity.fields.filter { $0.isColumn || $0.isJoined }
        columns = fields.indices.filter { [fields] in fields[$0].isColumn }
        joined = fields.indices.filter { [fields] in fields[$0].isJoined }
        searched = fields.indices.filter { [fields] in fields[$0].isSearchable }
    }

    func read(_ key: Int64) throws(StoreError) -> StoredRecord? {
        try read("key = ?", .integer(key))
    }

    func read(id: String) throws(StoreError) -> StoredRecord? {
        try read("id = ?", .text(id))
    }

    private func read(_ condition: String, _ value: SQLValue) throws(StoreError) -> StoredRecord? {
        let names = (["key", "id", "version"] + columns.map { quoted(fields[$0].name) })
            .joined(separator: ", ")
        let row = try statement("SELECT \(names) FROM \(quoted(entity.name)) WHERE \(condition)")
        defer { row.reset() }
        try row.bind(value, at: 1)
        guard try row.step() else { return nil }
        var record = StoredRecord(
            key: row.integer(0), id: row.text(1), version: row.integer(2),
            values: Array(repeating: .null, count: fields.count))
        for (place, index) in columns.enumerated() {
            record.values[index] = fields[index].type.value(Int32(place + 3), of: row)
        }
        for index in joined {
            let targets = try statement(
                "SELECT target FROM \(joinTable(index)) WHERE record = ? ORDER BY position")
            defer { targets.reset() }
            try targets.bind(.integer(record.key), at: 1)
            var keys: [FieldValue] = []
            while try targets.step() { keys.append(.key(targets.integer(0))) }
            if !keys.isEmpty { record.values[index] = .list(keys) }
        }
        return record
    }

    func insert(_ record: StoredRecord) throws(StoreError) {
        let names = ["key", "id", "version"] + columns.map { quoted(fields[$0].name) }
        let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
        try statement(
            "INSERT INTO \(quoted(entity.name)) (\(names.joined(separator: ", "))) VALUES (\(places))"
        ).run(
            [.integer(record.key), .text(record.id), .integer(record.version)] + columnValues(record))
        for index in joined { try join(record, index) }
        try index(record)
    }

    func update(_ old: StoredRecord, to new: StoredRecord) throws(StoreError) {
        let sets = (["version = ?"] + columns.map { "\(quoted(fields[$0].name)) = ?" })
            .joined(separator: ", ")
        try statement("UPDATE \(quoted(entity.name)) SET \(sets) WHERE key = ?").run(
            [.integer(new.version)] + columnValues(new) + [.integer(new.key)])
        for index in joined where old.values[index] != new.values[index] {
            try statement("DELETE FROM \(joinTable(index)) WHERE record = ?").run([.integer(new.key)])
            try join(new, index)
        }
        if searched.contains(where: { old.values[$0] != new.values[$0] }) {
            try forget(old)
            try index(new)
        }
    }

    func delete(_ record: StoredRecord) throws(StoreError) {
        try forget(record)
        try statement("DELETE FROM \(quoted(entity.name)) WHERE key = ?").run([.integer(record.key)])
    }

    /// Puts a record's words into the full-text index.
    func index(_ record: StoredRecord) throws(StoreError) {
        guard !searched.isEmpty else { return }
        let places = Array(repeating: "?", count: searched.count + 1).joined(separator: ", ")
        try statement(
            "INSERT INTO \(quoted(entity.searchTable)) (rowid, \(searchColumns)) VALUES (\(places))"
        ).run([.integer(record.key)] + searchTexts(record))
    }

    /// Takes a record's words out of the full-text index, which has to be told them again: it keeps no texts.
    private func forget(_ record: StoredRecord) throws(StoreError) {
        guard !searched.isEmpty else { return }
        let places = Array(repeating: "?", count: searched.count + 1).joined(separator: ", ")
        let table = quoted(entity.searchTable)
        try statement("INSERT INTO \(table) (\(table), rowid, \(searchColumns)) VALUES ('delete', \(places))")
            .run([.integer(record.key)] + searchTexts(record))
    }

    private func join(_ record: StoredRecord, _ index: Int) throws(StoreError) {
        guard case .list(let keys) = record.values[index] else { return }
        let insertion = try statement(
            "INSERT INTO \(joinTable(index)) (record, position, target) VALUES (?, ?, ?)")
        for (position, key) in keys.enumerated() {
            guard case .key(let target) = key else { continue }
            try insertion.run([.integer(record.key), .integer(Int64(position)), .integer(target)])
        }
    }

    private func columnValues(_ record: StoredRecord) -> [SQLValue] {
        columns.map { fields[$0].type.column(record.values[$0]) ?? .null }
    }

    private var searchColumns: String { searched.map { quoted(fields[$0].name) }.joined(separator: ", ") }

    private func searchTexts(_ record: StoredRecord) -> [SQLValue] {
        searched.map { index in
            switch record.values[index] {
            case .text(let text): .text(SearchFold.fold(text))
            case .localized(let text):
                .text(SearchFold.fold(text.sorted.map(\.text).joined(separator: "\n")))
            default: .null
            }
        }
    }

    private func joinTable(_ index: Int) -> String { quoted(entity.joinTable(fields[index])) }

    private func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] { return known }
        let statement = try Statement(connection, sql)
        statements[sql] = statement
        return statement
    }
}
