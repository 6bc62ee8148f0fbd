import Community
import Documents
import RecordTables
import Runs
import Store

/// The records of an entity as a document: `halqa list`, `halqa show`.
public struct EntityList {
    private let snapshot: Snapshot

    public init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
    }

    /// - Parameters:
    ///   - conditions: as people type them; all must hold.
    ///   - order: fields, a minus before one that is to descend.
    ///   - columns: fields or paths; empty for the entity's own.
    ///   - provenance: whether rows name their records, and the document its commit.
    public func list(
        _ name: String, where conditions: [String], search: String?, sort order: [String], columns: [String],
        limit: Int?, provenance: Bool = false, take: (Part) throws -> Void
    ) throws {
        let entity = try snapshot.schema.entity(name)
        var query = Query(entity.name)
        for condition in conditions {
            let filter = try FilterExpression(
                condition, entity: entity, schema: snapshot.schema, language: snapshot.language)
            query = query.filtered(filter.path, try snapshot.referred(filter.condition, filter.type))
        }
        if let search { query.searches = [search] }
        query.order = order.map { Query.SortKey($0) }
        for key in query.order { _ = try snapshot.schema.fields(along: key.path, from: entity) }
        query.limit = limit
        let table = try RecordTable(
            query, columns: columns.isEmpty ? nil : columns, from: snapshot, namingRecords: provenance)
        try followed(provenance, take) { take in
            try take(.begin(DocumentHeader(title: text(entity.title), language: snapshot.language)))
            try table.write(take)
            try take(.end)
        }
    }

    /// Gives the document that `body` makes with the provenance of what it reads.
    private func followed(
        _ isAsked: Bool, _ take: (Part) throws -> Void, _ body: ((Part) throws -> Void) throws -> Void
    ) throws {
        try withoutActuallyEscaping(take) { take in
            let writer = ProvenanceWriter(snapshot, isAsked: isAsked, take: take)
            try body { try writer.write($0) }
        }
    }

    /// The most records of another entity that a record's page names.
    private static let mostNamed = 20

    /// One record with all its fields that have a value, and what refers to it.
    public func show(_ name: String, id: String, take: (Part) throws -> Void) throws {
        let entity = try snapshot.schema.entity(name)
        guard let key = try snapshot.find(id, in: entity) else {
            throw try snapshot.unknown(id, entity)
        }
        try followed(false, take) { try write(entity, key, id, $0) }
    }

    private func write(_ entity: Entity, _ key: Int64, _ id: String, _ take: (Part) throws -> Void) throws {
        let label = try snapshot.labels(entity, [key])[key]
        try take(
            .begin(
                DocumentHeader(title: label ?? id, subtitle: text(entity.title), language: snapshot.language))
        )
        let columns = [
            Column(name: "field", title: text(["en": "Field", "fr": "Champ", "ar": "الحقل"]), type: .text),
            Column(name: "value", title: text(["en": "Value", "fr": "Valeur", "ar": "القيمة"]), type: .any),
        ]
        try take(.beginTable(TableHeader(columns: columns)))
        let cells = RecordCells(snapshot)
        for field in entity.fields {
            let batch = try snapshot.load(entity, [key], fields: [])
            guard let cell = try cells.cells([field], in: batch).first else { continue }
            let value = shortened(cell)
            if value != .empty, value != .list([]) { try take(.rows([[.text(text(field.title)), value]])) }
        }
        try take(.endTable(TableFooter()))
        try take(.end)
    }

    private func shortened(_ cell: Cell) -> Cell {
        guard case .list(let cells) = cell, cells.count > Self.mostNamed else { return cell }
        return .list(cells.prefix(Self.mostNamed) + [.text("… (\(cells.count))")])
    }

    private func text(_ localized: LocalizedText) -> String {
        localized.text(in: snapshot.language, fallback: snapshot.community.language)
    }
}
