import Community
import Documents
import Store

/// The records of a query as a table, a batch at a time.
public struct RecordTable {
    private let snapshot: Snapshot
    private let query: Query
    private let paths: [[Field]]
    private let namesRecords: Bool

    /// - Parameters:
    ///   - paths: the columns; nil for those that the entity has by itself.
    ///   - namesRecords: whether a last column has the identifier of each row's record.
    /// - Throws: `SchemaError` for a column that there is not.
    public init(
        _ query: Query, columns paths: [String]?, from snapshot: Snapshot,
        namingRecords namesRecords: Bool = false
    ) throws {
        self.namesRecords = namesRecords
        self.snapshot = snapshot
        self.query = query
        let entity = try snapshot.schema.entity(query.entity)
        self.paths = try (paths ?? entity.columns).map {
            try snapshot.schema.fields(along: FieldPath($0), from: entity)
        }
    }

    /// Gives the table, without a document around it, to `take`.
    public func write(_ take: (Part) throws -> Void) throws {
        let text = { (text: LocalizedText) in
            text.text(in: snapshot.language, fallback: snapshot.community.language)
        }
        let entity = try snapshot.schema.entity(query.entity)
        var columns = paths.map { Column($0, schema: snapshot.schema, text: text) }
        if namesRecords {
            let title = text(["en": "Records", "fr": "Enregistrements", "ar": "السجلات"])
            columns.append(Column(name: "records", title: title, type: .list))
        }
        try take(.beginTable(TableHeader(columns: columns)))
        let cursor = try snapshot.cursor(
            query, fields: Set(paths.compactMap { path in entity.fields.firstIndex { $0 == path.first } }))
        let cells = RecordCells(snapshot)
        while try cursor.next() {
            try snapshot.follow(entity, cursor.batch.keys)
            var byColumn = try paths.map { try cells.cells($0, in: cursor.batch) }
            if namesRecords {
                let names = try snapshot.identifiers(entity, cursor.batch.keys)
                byColumn.append(cursor.batch.keys.map { .list([.text(names[$0] ?? "")]) })
            }
            try take(.rows((0..<cursor.batch.count).map { row in TableRow(byColumn.map { $0[row] }) }))
        }
        try take(.endTable(TableFooter()))
    }
}
