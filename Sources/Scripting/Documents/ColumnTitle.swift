import Community
import Documents

/// What stands above the column of a field or path.
enum ColumnTitle {
    /// A path to what a record is called has the title of the reference; others name both ends.
    static func of(_ fields: [Field], _ schema: Schema, _ text: (LocalizedText) -> String) -> String {
        guard let first = fields.first, let last = fields.last else { return "" }
        guard fields.count > 1 else { return text(first.title) }
        let reference = fields[fields.count - 2]
        let target = reference.type.target.flatMap { try? schema.entity($0) }
        if target?.label == last.name { return text(reference.title) }
        return "\(text(reference.title)): \(text(last.title))"
    }
}

extension FieldType {
    /// How a column shows values of this type.
    var columnType: ColumnType {
        switch self {
        case .integer: .integer
        case .number: .number
        case .boolean: .boolean
        case .day: .date
        case .instant: .instant
        case .list, .references, .inverse, .path: .list
        case .reference: .record
        default: .text
        }
    }

    /// The same for one of several values, as groups have them.
    var elementColumnType: ColumnType {
        switch self {
        case .list(let element): element.columnType
        case .references, .inverse, .path: .record
        default: columnType
        }
    }
}
