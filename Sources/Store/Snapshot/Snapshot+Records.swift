import CBatch
import Community

// Reading records whose keys are known. What the viewer may not see is left out as if it did not exist.
extension Snapshot {
    /// The records of some keys, at most `BATCH_ROWS`, with the values of some fields. Repeated keys come
    /// once; the order is none that means anything.
    ///
    /// - Parameter fields: indices into the entity's fields; those with several values are left out.
    public func load(_ entity: Entity, _ keys: [Int64], fields: Set<Int>) throws(StoreError) -> RecordBatch {
        guard keys.count <= Int(BATCH_ROWS) else {
            throw StoreError(.defect, "\(keys.count) records were asked for in one batch")
        }
        let wanted = columnar(fields, of: entity)
        let columns = wanted.map(Int32.init)
        let batch = newBatch(of: entity)
        let missing = remembered.recall(keys, columns, into: batch)
        let known = batch.count
        if known == 0 || !missing.isEmpty {
            let statement = try take(lookup(entity, missing, wanted))
            defer { giveBack(statement) }
            // Long texts end a batch early; here it goes on, because somebody waits for each of the records.
            while try batch.take(statement, columns) && batch.count < Int(BATCH_ROWS) {}
            remembered.remember(batch, from: known, columns)
        }
        rowsRead += batch.count
        try followRead(entity, batch.keys)
        return batch
    }

    /// Adds a field's column to a batch that was read without.
    public func fill(_ batch: RecordBatch, _ field: Int) throws(StoreError) {
        guard columnar([field], of: batch.entity) == [field], !batch.isLoaded(field) else { return }
        let statement = try take(lookup(batch.entity, batch.keys, [field]))
        defer { giveBack(statement) }
        rowsRead += try batch.add(field, from: statement)
    }

    /// A field of one record, whole: text in all of its languages, lists as lists, a reference as its key,
    /// references to many as a list of keys. Null where there is no such record.
    public func value(of field: Field, _ entity: Entity, _ key: Int64) throws(StoreError) -> FieldValue {
        guard field.type.isInColumn else {
            return .list(try related(entity, field, [key])[key].map(FieldValue.key))
        }
        return try values(of: field, entity, [key])[key] ?? .null
    }

    /// The same for some records at once, of a field that has one value. Those that have none are left out.
    public func values(
        of field: Field, _ entity: Entity, _ keys: [Int64]
    ) throws(StoreError) -> [Int64: FieldValue] {
        let compilation = compilation(.lookup)
        let row = try compilation.row(of: entity)
        let value = try compilation.guarded(field, of: row).value
        let sql: SQL = "SELECT \(row.key), \(value) FROM \(row.source) WHERE \(among(keys, row))"
        var values: [Int64: FieldValue] = [:]
        try rows(compilation.complete(sql)) {
            let value = field.type.value(1, of: $0)
            if !value.isNull { values[$0.integer(0)] = value }
        }
        return values
    }

    /// The records to which a field of several values leads from each of some records: one query for all.
    /// References come in the order in which they were given, other sides in the order of their entity,
    /// each record once.
    public func related(_ entity: Entity, _ field: Field, _ keys: [Int64]) throws(StoreError) -> RelatedKeys {
        guard let target = field.type.target else {
            throw StoreError(.badQuery, "'\(field.name)' of \(entity.name) is not a reference")
        }
        var related = RelatedKeys(entity: target)
        try rows(relation(entity, field, keys)) { related.append($0.integer(1), of: $0.integer(0)) }
        return related
    }

    func relation(_ entity: Entity, _ field: Field, _ keys: [Int64]) throws(StoreError) -> SQL {
        let compilation = compilation(.lookup)
        let row = try compilation.row(of: entity)
        let walk = try compilation.walk([field], from: row)
        let conditions = [among(keys, row)] + walk.conditions
        // What is laid over tables is joined by its keys, and not read whole, only where what rows are put in order by is
        // among their columns, and nothing is made distinct (rules 17 and 18 of SQLite's flattening of sub-queries).
        return compilation.complete(
            """
            SELECT \(.commas([row.key, walk.value] + walk.order)) FROM \(walk.source) \
            WHERE \(.all(conditions)) ORDER BY \(.commas([row.key] + walk.order))
            """)
    }

    /// Whether there is such a record, for the viewer.
    public func exists(_ entity: Entity, _ key: Int64) throws(StoreError) -> Bool {
        try one(lookup(entity, [key], [])) { _ in true } ?? false
    }

    /// The identifiers of some records.
    public func identifiers(_ entity: Entity, _ keys: [Int64]) throws(StoreError) -> [Int64: String] {
        try texts(entity, keys) { row in row.id }
    }

    /// The texts that stand for some records, in the reader's language: titles, names. A record whose label
    /// is another record that the viewer may not see has none.
    public func labels(_ entity: Entity, _ keys: [Int64]) throws(StoreError) -> [Int64: String] {
        try followRead(entity, keys)
        let compilation = compilation(.lookup)
        return try texts(entity, keys, compilation) { row throws(StoreError) in try compilation.label(of: row)
        }
    }

    private func texts(
        _ entity: Entity, _ keys: [Int64], _ compilation: Compilation? = nil,
        _ expression: (Compilation.Row) throws(StoreError) -> SQL
    ) throws(StoreError) -> [Int64: String] {
        let compilation = compilation ?? self.compilation(.lookup)
        let row = try compilation.row(of: entity)
        let sql: SQL =
            "SELECT \(row.key), \(try expression(row)) FROM \(row.source) WHERE \(among(keys, row))"
        var texts: [Int64: String] = [:]
        try rows(compilation.complete(sql)) { if !$0.isNull(1) { texts[$0.integer(0)] = $0.text(1) } }
        return texts
    }

    func lookup(_ entity: Entity, _ keys: [Int64], _ fields: [Int]) throws(StoreError) -> SQL {
        let compilation = compilation(.lookup)
        let row = try compilation.row(of: entity)
        var columns = [row.key]
        for field in fields {
            columns.append(try compilation.guarded(entity.fields[field], of: row).value)
        }
        return compilation.complete(
            "SELECT \(.commas(columns)) FROM \(row.source) WHERE \(among(keys, row))")
    }

    /// One parameter, so that the statement is the same for any number of keys.
    func among(_ keys: [Int64], _ row: Compilation.Row) -> SQL {
        "\(row.key) IN (SELECT value FROM json_each(\(bind: .text(JSONText.of(keys)))))"
    }
}
