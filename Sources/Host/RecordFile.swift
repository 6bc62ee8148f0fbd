import Community
import Plugins
import TOMLKit

/// Records as people write them by hand, in TOML: an array of tables for each entity, a key for each field,
/// and `source`, which says where a row is taken from and is kept only where the entity has such a field.
///
/// ```toml
/// [[organization]]
/// id = "jor"
/// name = { en = "Jordan", ar = "الأردن" }
/// weekend = ["friday", "saturday"]
/// source = "…"
/// ```
struct RecordFile {
    /// A `create` for each record, in the file's order within an entity.
    let changes: [Change]

    init(name: String, text: String, schema: Schema) throws(RecordFileError) {
        let root: TOMLTable
        do {
            root = try TOMLTable(checking: text)
        } catch {
            throw RecordFileError("\(name): \(error)")
        }
        var changes: [Change] = []
        for entity in schema.entities {
            guard let rows = root[entity.name]?.array else { continue }
            for (index, row) in rows.enumerated() {
                let place = "\(name), \(entity.name) \(index + 1)"
                guard let table = row.table else { throw RecordFileError("\(place) is not a table") }
                changes.append(try Self.creation(of: entity, table, place))
            }
        }
        for key in root.keys where schema.entities.allSatisfy({ $0.name != key }) {
            throw RecordFileError("\(name): there is no entity '\(key)'")
        }
        self.changes = changes
    }

    private static func creation(of entity: Entity, _ table: TOMLTable, _ place: String)
        throws(RecordFileError) -> Change
    {
        var fields: [String: FieldValue] = [:]
        var identifier: String?
        for key in table.keys {
            guard let value = table[key] else { continue }
            if key == "id" {
                identifier = value.string
                continue
            }
            guard let field = entity.field(key), field.type.isStored else {
                if key == "source" { continue }
                throw RecordFileError("\(place): '\(key)' is not a field of \(entity.name)")
            }
            do {
                fields[key] = try field.type.value(value)
            } catch {
                throw RecordFileError("\(place), \(key): \(error)")
            }
        }
        guard let identifier else { throw RecordFileError("\(place) has no id") }
        return .create(entity: entity.name, id: identifier, fields: fields)
    }
}

/// A file of records that cannot be read; says which row and field, and what was expected.
public struct RecordFileError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
