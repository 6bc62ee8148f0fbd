import Community
import GRDBSQLite

/// The tables of a community's fields, as they are and as its schema wants them.
struct FieldTables {
    let schema: Schema
    private let tables: Set<String>
    private let strangers: Set<String>
    /// The columns of each entity's table and full-text index, by the table's name.
    private var columns: [String: Set<String>] = [:]

    init(_ schema: Schema, in connection: OpaquePointer) throws(StoreError) {
        self.schema = schema
        var tables: Set<String> = []
        var strangers: Set<String> = []
        let all = try Statement(
            connection, "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'trigger', 'view')")
        while try all.step() {
            let (type, name) = (all.text(0), all.text(1))
            // A community has no triggers and no views; those of somebody else's file would run as we write.
            if type == "table" { tables.insert(name) } else { strangers.insert("\(type) \(name)") }
        }
        self.tables = tables
        self.strangers = strangers
        // One statement for all tables: this is read whenever a community is opened.
        let names = schema.entities.flatMap { [$0.name, $0.searchTable] }.filter(tables.contains)
        let row = try Statement(
            connection,
            """
            SELECT entity.name, held.name FROM sqlite_schema AS entity, pragma_table_info(entity.name) AS held
            WHERE entity.type = 'table' AND entity.name IN \(SQL.list(names.map(SQLValue.text)))
            """ as SQL)
        while try row.step() { columns[row.text(0), default: []].insert(row.text(1)) }
    }

    /// Whether all fields of the schema have their tables and columns.
    var isComplete: Bool { steps.isEmpty }

    /// What has to be done to hold all fields of the schema. It only adds.
    var steps: [String] {
        schema.entities.flatMap { entity in
            tables.contains(entity.name)
                ? entity.columnFields.filter { !holds($0, of: entity) }.flatMap(entity.addition)
                    + entity.joinedFields.filter { !holds($0, of: entity) }.flatMap(entity.addition)
                : entity.creation
        } + reindexed.flatMap(\.searchCreation)
    }

    /// The entities whose full-text index has to be built again, because it covers other ones of their
    /// fields. Fields that the schema does not know are no reason to.
    var reindexed: [Entity] {
        schema.entities.filter { entity in
            let covered = columns[entity.searchTable, default: []].intersection(entity.fields.map(\.name))
            return tables.contains(entity.name) && covered != Set(entity.searchableFields.map(\.name))
        }
    }

    /// What the community keeps and the schema does not know, a removed plugin's fields for instance:
    /// `action_item.x.plugin.field`. Writing without them would leave them out of the audit log.
    var undeclared: [String] {
        var result: [String] = []
        var known = Migrations.tables
        for entity in schema.entities {
            let fields = Set(entity.columnFields.map(\.name))
            result += columns[entity.name, default: []].subtracting(fields)
                .subtracting(["key", "id", "version"]).sorted().map { "\(entity.name).\($0)" }
            known.insert(entity.name)
            known.formUnion(entity.joinedFields.map(entity.joinTable))
        }
        let internals = ["sqlite_", "grdb_", "search_"]
        return result + strangers.sorted()
            + tables.subtracting(known).filter { name in !internals.contains { name.hasPrefix($0) } }.sorted()
    }

    private func holds(_ field: Field, of entity: Entity) -> Bool {
        field.isJoined
            ? tables.contains(entity.joinTable(field))
            : columns[entity.name, default: []].contains(field.name)
    }
}

extension FieldTables {
    /// Adds what is missing, and builds the full-text indexes again that cover other fields than before.
    func complete(_ connection: OpaquePointer) throws(StoreError) {
        for step in steps { try Statement(connection, step).run() }
        for entity in reindexed {
            let records = try RecordTable(entity, connection)
            let keys = try Statement(connection, "SELECT key FROM \(quoted(entity.name)) ORDER BY key")
            while try keys.step() {
                if let record = try records.read(keys.integer(0)) { try records.index(record) }
            }
        }
    }
}
