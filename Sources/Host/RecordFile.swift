import Community
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
            root = try TOMLTable(string: text)
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
                fields[key] = try Self.value(value, field.type)
            } catch {
                throw RecordFileError("\(place), \(key): \(error)")
            }
        }
        guard let identifier else { throw RecordFileError("\(place) has no id") }
        return .create(entity: entity.name, id: identifier, fields: fields)
    }

    /// A value as TOML has it, for a field of that type.
    static func value(_ value: any TOMLValueConvertible, _ type: FieldType) throws(ValueError)
        -> FieldValue
    {
        switch (type, value.type) {
        case (.localizedText, .table):
            var texts: [String: String] = [:]
            for key in value.table?.keys ?? [] { texts[key] = value.table?[key]?.string }
            return .localized(LocalizedText(texts))
        case (.list(let element), .array):
            return .list(try items(value, element))
        case (.references(let entity), .array):
            return .list(try items(value, .reference(entity)))
        case (.boolean, .bool): return .boolean(value.bool ?? false)
        case (.integer, .int), (.number, .int): return .integer(Int64(value.int ?? 0))
        case (.day, .date):
            guard let date = value.date, let day = Day(year: date.year, month: date.month, day: date.day)
            else { throw ValueError("a date was expected") }
            return .day(day)
        case (.number, .double): return .number(value.double ?? 0)
        case (.list, _), (.references, _), (.boolean, _), (.integer, _):
            throw ValueError("a \(type.name) was expected")
        case (_, .string): return try type.parse(value.string ?? "")
        default: throw ValueError("a \(type.name) was expected")
        }
    }

    private static func items(_ value: any TOMLValueConvertible, _ element: FieldType) throws(ValueError)
        -> [FieldValue]
    {
        var items: [FieldValue] = []
        if let array = value.array {
            for item in array { items.append(try self.value(item, element)) }
        }
        return items
    }
}

/// A file of records that cannot be read; says which row and field, and what was expected.
public struct RecordFileError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
