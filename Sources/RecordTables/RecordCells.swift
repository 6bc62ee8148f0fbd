import CBatch
import Community
import Documents
import Store

/// The cells of fields and paths, for a batch of records at a time: a query for each step of a path, however
/// many records there are.
public struct RecordCells {
    private let snapshot: Snapshot
    private var schema: Schema { snapshot.schema }

    public init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
    }

    /// A cell for each record of the batch, in its order.
    public func cells(_ path: [Field], in batch: RecordBatch) throws -> [Cell] {
        try cells(path[...], batch)
    }

    private func cells(_ path: ArraySlice<Field>, _ batch: RecordBatch) throws -> [Cell] {
        guard let field = path.first, let index = batch.entity.fields.firstIndex(of: field) else { return [] }
        let rest = path.dropFirst()
        guard field.type.isInColumn else {
            let related = try snapshot.related(batch.entity, field, batch.keys)
            let cells = try targets(field, related.all, rest)
            return batch.keys.map { key in .list(related[key].flatMap { cells[$0].map(Self.flattened) ?? [] })
            }
        }
        try snapshot.fill(batch, index)
        let values = (0..<batch.count).map { batch.value($0, index) }
        guard case .reference = field.type else {
            let cells = values.map { titled(Self.cell($0), field.type) }
            return field.type == .instant ? try zoned(cells, batch) : cells
        }
        let keys = values.map { if case .key(let key) = $0 { key } else { nil as Int64? } }
        let cells = try targets(field, keys.compactMap { $0 }, rest)
        return keys.map { key in key.flatMap { cells[$0] } ?? .empty }
    }

    /// Instants as the clocks of their records' own zone show them, where records have one.
    private func zoned(_ cells: [Cell], _ batch: RecordBatch) throws -> [Cell] {
        guard let index = batch.entity.fields.firstIndex(where: { $0.type == .timeZone }) else {
            return cells
        }
        try snapshot.fill(batch, index)
        return cells.indices.map { row in
            guard case .instant(let instant, zone: nil) = cells[row],
                case .text(let zone) = batch.value(row, index)
            else { return cells[row] }
            return .instant(instant, zone: zone)
        }
    }

    /// The cells of the records that references lead to.
    private func targets(_ field: Field, _ keys: [Int64], _ rest: ArraySlice<Field>) throws -> [Int64: Cell] {
        let target = try schema.entity(field.type.target ?? "")
        let distinct = Set(keys).sorted()
        guard let next = rest.first else { return try records(of: target, distinct) }
        let column = target.fields.firstIndex(of: next).map { [$0] } ?? []
        var cells: [Int64: Cell] = [:]
        for start in stride(from: 0, to: distinct.count, by: Int(BATCH_ROWS)) {
            let chunk = Array(distinct[start..<min(start + Int(BATCH_ROWS), distinct.count)])
            let batch = try snapshot.load(target, chunk, fields: Set(column))
            for (key, cell) in zip(batch.keys, try self.cells(rest, batch)) { cells[key] = cell }
        }
        return cells
    }

    /// What stands for records where a value must.
    public func records(of entity: Entity, _ keys: [Int64]) throws -> [Int64: Cell] {
        let labels = try snapshot.labels(entity, keys)
        return try snapshot.identifiers(entity, keys).reduce(into: [:]) { cells, record in
            cells[record.key] = .record(id: record.value, label: labels[record.key] ?? record.value)
        }
    }

    /// The cell of a value of that type, or of one of its several values: a choice gets its title in the
    /// reader's language.
    public func titled(_ cell: Cell, _ type: FieldType) -> Cell {
        switch (type, cell) {
        case (.choice(let choices), .text(let name)):
            guard let choice = choices.first(where: { $0.name == name }) else { return cell }
            let title = choice.title.text(in: snapshot.language, fallback: snapshot.community.language)
            return .choice(name: name, title: title)
        case (.list(let element), .list(let cells)): return .list(cells.map { titled($0, element) })
        case (.list(let element), _): return titled(cell, element)
        default: return cell
        }
    }

    private static func flattened(_ cell: Cell) -> [Cell] {
        switch cell {
        case .empty: []
        case .list(let cells): cells
        default: [cell]
        }
    }

    private static func cell(_ value: FieldValue) -> Cell {
        switch value {
        case .null, .key, .localized: .empty
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .text(let text), .reference(let text): .text(text)
        case .day(let day): .day(day)
        case .instant(let instant): .instant(instant, zone: nil)
        case .list(let values): .list(values.map(cell))
        }
    }
}
