import Spelling

/// What declarations call the types of values: the one table of the names that a plugin's fields and settings
/// and a report's parameters may use. `description` is the name.
public indirect enum TypeName: Sendable, Hashable, CustomStringConvertible {
    case text, localizedText, integer, number, boolean, date, instant, month, quarter, timeZone
    /// One of the values that the declaration lists.
    case choice
    /// A record of an entity, by the entity's singular.
    case record(entity: String)
    /// Texts, choices or records, without repetition.
    case list(of: TypeName)

    /// What a declaration is of.
    public enum Use: Sendable, Hashable, CaseIterable {
        case field, setting, parameter
    }

    /// Reads a name.
    ///
    /// - Throws: when there is no such name for that use, with the nearest one that there is.
    public init(_ name: String, for use: Use, in schema: Schema) throws(DeclarationError) {
        let names = Self.names(for: use, in: schema)
        guard let known = names.first(where: { $0.description == name }) else {
            throw DeclarationError(
                "has the unknown type '\(name)'"
                    + Suggestion.phrase(for: name, among: names.map(\.description)))
        }
        self = known
    }

    /// All names for that use, the simple ones first.
    public static func names(for use: Use, in schema: Schema) -> [TypeName] {
        let records = schema.entities.map { TypeName.record(entity: $0.name) }
        let simple = simple(for: use)
        guard use != .parameter else { return simple + records }
        return simple + records + ([.text, .choice] + records).map(TypeName.list)
    }

    /// Those that need no other word beside them.
    public static func simple(for use: Use) -> [TypeName] {
        let all: [TypeName] = [.text, .integer, .number, .boolean, .date, .instant]
        return switch use {
        case .field: all + [.localizedText, .timeZone, .choice]
        case .setting: all + [.month, .quarter, .localizedText, .timeZone, .choice]
        case .parameter: all + [.month, .quarter]
        }
    }

    public var description: String {
        switch self {
        case .text: "text"
        case .localizedText: "localized text"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .instant: "instant"
        case .month: "month"
        case .quarter: "quarter"
        case .timeZone: "time zone"
        case .choice: "choice"
        case .record(let entity): entity
        case .list(let element): "list of \(element)"
        }
    }
}

/// What is wrong with a declaration, to be said after what is declared: `the field 'x' has the unknown type
/// 'txt'; did you mean 'text'?`
public struct DeclarationError: Error, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
