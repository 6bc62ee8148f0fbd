import Community
import Spelling
import TOMLKit

extension FieldType {
    /// The value of this type that people wrote in TOML. Dates may be TOML's own or texts; a text in several
    /// languages is a table.
    public func value(_ value: any TOMLValueConvertible) throws(ValueError) -> FieldValue {
        let result = try unchecked(value)
        try check(result)
        return result
    }

    private func unchecked(_ value: any TOMLValueConvertible) throws(ValueError) -> FieldValue {
        switch (self, value.type) {
        case (.localizedText, .table):
            var texts: [String: String] = [:]
            for key in value.table?.keys ?? [] { texts[key] = value.table?[key]?.string }
            return .localized(LocalizedText(texts))
        case (.list(let element), .array): return .list(try Self.items(value, element))
        case (.references(let entity), .array): return .list(try Self.items(value, .reference(entity)))
        case (.boolean, .bool): return .boolean(value.bool ?? false)
        case (.integer, .int), (.number, .int): return .integer(Int64(value.int ?? 0))
        case (.number, .double): return .number(value.double ?? 0)
        case (.day, .date), (.instant, .dateTime): return try parse(value.debugDescription)
        case (.list, _), (.references, _), (.boolean, _), (.integer, _), (.number, _):
            throw ValueError("\(withArticle(name)) was expected")
        case (_, .string): return try parse(value.string ?? "")
        default: throw ValueError("\(withArticle(name)) was expected")
        }
    }

    private static func items(
        _ value: any TOMLValueConvertible, _ element: FieldType
    ) throws(ValueError) -> [FieldValue] {
        var items: [FieldValue] = []
        if let array = value.array {
            for item in array { items.append(try element.value(item)) }
        }
        return items
    }
}
