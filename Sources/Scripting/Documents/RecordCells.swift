import CBatch
import Community
import Documents
import Store

/// The cells of fields and paths, for a batch of records at a time: a query for each step of a path, however
/// many records there are.
struct RecordCells {
    let snapshot: Snapshot
    var schema: Schema { snapshot.schema }

    /// A cell for each record of the batch, in its order.
    func cells(_ path: [Field], of entity: Entity, in batch: Batch) throws -> [Cell] {
        try cells(path[...], entity, batch)
    }

    private func cells(_ path: ArraySlice<Field>, _ entity: Entity, _ batch: Batch) throws -> [Cell] {
        guard let field = path.first, let index = entity.fields.firstIndex(of: field) else { return [] }
        let rest = path.dropFirst()
        guard field.type.isInColumn else {
            let related = try snapshot.related(field, of: entity, keys: batch.keys)
            let cells = try targets(field, related.values.flatMap { $0 }, rest)
            return batch.keys.map { key in
                .list((related[key] ?? []).flatMap { cells[$0].map(Self.flattened) ?? [] })
            }
        }
        if batch.isAbsent(index) { try snapshot.fill(batch, fields: [index]) }
        guard case .reference = field.type else {
            return (0..<batch.count).map { batch.cell(row: $0, column: index, field) }
        }
        let keys = (0..<batch.count).map { batch.key(row: $0, column: index) }
        let cells = try targets(field, keys.compactMap { $0 }, rest)
        return keys.map { key in key.flatMap { cells[$0] } ?? .empty }
    }

    /// The cells of the records that references lead to.
    private func targets(_ field: Field, _ keys: [Int64], _ rest: ArraySlice<Field>) throws -> [Int64: Cell] {
        let target = try schema.entity(field.type.target ?? "")
        let distinct = Set(keys).sorted()
        guard !rest.isEmpty else { return try records(of: target, distinct) }
        var cells: [Int64: Cell] = [:]
        for start in stride(from: 0, to: distinct.count, by: Int(BATCH_ROWS)) {
            let chunk = Array(distinct[start..<min(start + Int(BATCH_ROWS), distinct.count)])
            let column = rest.first.flatMap { target.fields.firstIndex(of: $0) }
            let batch = try snapshot.batch(of: target, keys: chunk, fields: Set([column].compactMap { $0 }))
            for (key, cell) in zip(batch.keys, try self.cells(rest, target, batch)) { cells[key] = cell }
        }
        return cells
    }

    /// What stands for records where a value must.
    func records(of entity: Entity, _ keys: [Int64]) throws -> [Int64: Cell] {
        try snapshot.labels(of: entity, keys: keys).mapValues { .record(id: $0.id, label: $0.label) }
    }

    private static func flattened(_ cell: Cell) -> [Cell] {
        switch cell {
        case .empty: []
        case .list(let cells): cells
        default: [cell]
        }
    }
}

extension Batch {
    func cell(row: Int, column: Int, _ field: Field) -> Cell {
        guard isPresent(row, column) else { return .empty }
        let word = word(row, column)
        switch field.type {
        case .integer: return .integer(word)
        case .number: return .number(Double(bitPattern: UInt64(bitPattern: word)))
        case .boolean: return .boolean(word != 0)
        case .day: return .day(Day(number: Int(word)))
        case .instant: return .instant(Instant(milliseconds: word), zone: nil)
        case .list(let element): return .list(items(row, column).map { Self.text($0, element) })
        default: return Self.text(text(row, column), field.type)
        }
    }

    /// The key of a reference, or nil.
    func key(row: Int, column: Int) -> Int64? {
        isPresent(row, column) ? word(row, column) : nil
    }

    private static func text(_ text: String, _ type: FieldType) -> Cell {
        .text(text)
    }
}
