import Community
import Spelling

/// The type of a setting or custom field as a manifest declares it: `type`, `choices`, `minimum`, `maximum`.
struct DeclaredType {
    let type: FieldType
    let minimum: FieldValue?
    let maximum: FieldValue?

    private static let simple: [(name: String, type: FieldType)] = [
        ("text", .text), ("localized_text", .localizedText), ("integer", .anyInteger), ("number", .number),
        ("boolean", .boolean), ("date", .day),
        ("instant", .instant),
    ]

    /// nil when it has no type, which is noted.
    ///
    /// - Parameter entities: those whose records may be referred to.
    static func read(_ table: ManifestTable, entities: [String]) -> DeclaredType? {
        if let choices = choices(table) { return DeclaredType(type: choices, minimum: nil, maximum: nil) }
        let names = simple.map(\.name) + entities
        guard table.table["choices"] == nil else { return nil }
        guard let name = table.requiredText("type", "\"text\"") else { return nil }
        let type: FieldType
        if let known = simple.first(where: { $0.name == name })?.type {
            type = known
        } else if entities.contains(name) {
            type = .reference(name)
        } else {
            let suggestion = Suggestion.phrase(for: name, among: names)
            table.wrong(
                "type",
                "\(table.name("type")): there is no type '\(name)'"
                    + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion))
            return nil
        }
        return bounded(type, table)
    }

    private static func choices(_ table: ManifestTable) -> FieldType? {
        guard table.table["choices"] != nil else { return nil }
        let names = table.texts("choices")
        if names.isEmpty { table.wrong("choices", "\(table.name("choices")) is empty") }
        for key in ["minimum", "maximum"] where table.table[key] != nil {
            table.wrong(key, "\(table.name(key)): choices have no bounds")
        }
        if let type = table.text("type"), type != "text" {
            table.wrong("type", "\(table.name("type")): what has choices is of type 'text'")
        }
        return names.isEmpty ? nil : .choice(names.map { Choice($0, $0, $0, $0) })
    }

    private static func bounded(_ type: FieldType, _ table: ManifestTable) -> DeclaredType {
        var bounds: [String: FieldValue] = [:]
        for key in ["minimum", "maximum"] where table.table[key] != nil {
            switch type {
            case .integer, .number, .day, .instant:
                let value = table.value(key, type)
                if !value.isNull { bounds[key] = value }
            default: table.wrong(key, "\(table.name(key)): \(withArticle(type.name)) has no bounds")
            }
        }
        if let low = bounds["minimum"], let high = bounds["maximum"], high.isBelow(low) {
            table.wrong("minimum", "\(table.name("minimum")): \(low) is more than the maximum, \(high)")
            return DeclaredType(type: type, minimum: nil, maximum: nil)
        }
        guard case .integer = type else {
            return DeclaredType(type: type, minimum: bounds["minimum"], maximum: bounds["maximum"])
        }
        var range = Int64.min...Int64.max
        if case .integer(let low)? = bounds["minimum"] { range = low...range.upperBound }
        if case .integer(let high)? = bounds["maximum"] { range = range.lowerBound...high }
        return DeclaredType(type: .integer(range), minimum: bounds["minimum"], maximum: bounds["maximum"])
    }
}

extension FieldType {
    /// The type to read a default by, so that a default out of bounds is told in one way only.
    var withoutBounds: FieldType {
        if case .integer = self { .anyInteger } else { self }
    }

    var isInteger: Bool {
        if case .integer = self { true } else { false }
    }
}
