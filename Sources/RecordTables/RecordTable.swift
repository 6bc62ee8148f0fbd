import Community
import Documents
import Store

/// The records of a query as a table, a batch at a time.
public struct RecordTable {
    private let snapshot: Snapshot
    private let query: Query
    private let paths: [[Field]]

    /// - Parameter paths: the columns; nil for those that the entity has by itself.
    /// - Throws: `SchemaError` for a column that there is not.
    public init(_ query: Query, columns paths: [String]?, from snapshot: Snapshot) throws {
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
        let columns = paths.map { Column($0, schema: snapshot.schema, text: text) }
        try take(.beginTable(TableHeader(columns: columns)))
        let cursor = try snapshot.cursor(
            query, fields: Set(paths.compactMap { path in entity.fields.firstIndex { $0 == path.first } }))
        let cells = RecordCells(snapshot)
        while try cursor.next() {
            let byColumn = try paths.map { try cells.cells($0, in: cursor.batch) }
            try take(.rows((0..<cursor.batch.count).map { row in TableRow(byColumn.map { $0[row] }) }))
        }
        try take(.endTable(TableFooter()))
    }
}
