import Community
import Documents

extension Column {
    /// The column of a field or path. A path to what a record is called has the title of the reference;
    /// others name both ends.
    public init(_ fields: [Field], schema: Schema, text: (LocalizedText) -> String) {
        let type = fields.contains(where: \.type.isMany) ? ColumnType.list : fields.last?.type.columnType
        self.init(
            name: fields.map(\.name).joined(separator: "."), title: Self.title(of: fields, schema, text),
            type: type ?? .any)
    }

    private static func title(
        of fields: [Field], _ schema: Schema, _ text: (LocalizedText) -> String
    ) -> String {
        guard let first = fields.first, let last = fields.last else { return "" }
        guard fields.count > 1 else { return text(first.title) }
        let reference = fields[fields.count - 2]
        let target = reference.type.target.flatMap { try? schema.entity($0) }
        if target?.label == last.name { return text(reference.title) }
        return text(LocalizedText(label: text(reference.title), value: text(last.title)))
    }
}

extension FieldType {
    /// How a column shows values of this type.
    public var columnType: ColumnType {
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
    public var elementColumnType: ColumnType {
        switch self {
        case .list(let element): element.columnType
        case .references, .inverse, .path: .record
        default: columnType
        }
    }
}
