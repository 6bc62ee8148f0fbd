import Community

@testable import Store

/// What one viewer may read of the fixture, worked out record by record without SQL.
struct Oracle {
    let fixture: Fixture
    let viewer: String?
    private let visible: [String: [Fixture.Record]]

    init(_ fixture: Fixture, _ viewer: String?) {
        self.fixture = fixture
        self.viewer = viewer
        visible = Dictionary(
            grouping: fixture.records.filter { Rights.sees(viewer, $0.entity.name, $0.id) },
            by: \.entity.name)
    }

    /// The records that the viewer sees, in the order in which they were made.
    func records(_ entity: String) -> [Fixture.Record] { visible[entity] ?? [] }

    /// What the viewer reads in a field: texts in English; references as keys, in order.
    func value(_ field: Field, of record: Fixture.Record) -> FieldValue {
        guard Rights.knows(viewer, field.name, of: record) else { return .null }
        switch field.type {
        case .reference, .references, .inverse, .path:
            let keys = targets(field, of: record).map { FieldValue.key($0.key) }
            if field.type.isMany { return keys.isEmpty ? .null : .list(keys) }
            return keys.first ?? .null
        default: break
        }
        switch record.values[field.name] ?? .null {
        case .localized(let text): return .text(text.text(in: "en", fallback: "en"))
        case .list(let items): return items.isEmpty ? .null : .list(items)
        case let value: return value
        }
    }

    /// The records that the viewer sees at the other end of a field.
    func targets(_ field: Field, of record: Fixture.Record) -> [Fixture.Record] {
        guard Rights.knows(viewer, field.name, of: record) else { return [] }
        switch field.type {
        case .reference(let entity), .references(let entity):
            var ids: [FieldValue] = [record.values[field.name] ?? .null]
            if case .list(let several) = ids[0] { ids = several }
            return ids.compactMap { id in records(entity).first { .reference($0.id) == id } }
        case .inverse(let entity, let name):
            return records(entity).filter { other in
                guard let back = other.entity.field(name) else { return false }
                return targets(back, of: other).contains { $0.id == record.id }
            }
        case .path(let names, let entity):
            var reached = [record]
            for name in names {
                reached = reached.flatMap { step in
                    step.entity.field(name).map { targets($0, of: step) } ?? []
                }
            }
            let ids = Set(reached.map(\.id))
            return records(entity).filter { ids.contains($0.id) }
        default: return []
        }
    }

    /// The values at the end of two fields, each once: of a list its items, without what is missing.
    func values(_ path: [Field], of record: Fixture.Record) -> [FieldValue] {
        var reached = [record]
        for field in path.dropLast() { reached = reached.flatMap { targets(field, of: $0) } }
        guard let last = path.last else { return [] }
        var values: [FieldValue] = []
        for value in reached.map({ value(last, of: $0) }) where !value.isNull {
            if case .list(let items) = value { values += items } else { values.append(value) }
        }
        return Array(Set(values))
    }
}
