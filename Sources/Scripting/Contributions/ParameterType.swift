import Community
import LuaKit
import Spelling

/// What a contribution asks its user for.
struct ParameterDeclaration {
    let name: String
    let type: ParameterType
    let title: LocalizedText?
    let description: LocalizedText?
    let isOptional: Bool
    /// As a user would type it: `today`, `30`.
    let defaultText: String?
}

/// The types of parameters.
enum ParameterType: Equatable {
    case text, integer, number, boolean, date, instant, month, quarter
    case choice([String])
    /// A record of an entity, by its identifier or name.
    case record(entity: String)

    /// The names under which authors know the simple types.
    static let simple: [(name: String, type: ParameterType)] = [
        ("text", .text), ("integer", .integer), ("number", .number), ("boolean", .boolean),
        ("date", .date), ("instant", .instant), ("month", .month), ("quarter", .quarter),
    ]

    /// The type of that name: a simple one, or the entity of a record.
    ///
    /// - Throws: `ScriptError`, with the nearest name that there is.
    /// - Parameter what: what has the type: `the parameter 'owner'`.
    static func named(_ name: String, in schema: Schema, _ what: String) throws -> ParameterType {
        if let simple = simple.first(where: { $0.name == name }) { return simple.type }
        if schema.entities.contains(where: { $0.name == name }) { return .record(entity: name) }
        let names = simple.map(\.name) + schema.entities.map(\.name)
        throw ScriptError(
            "\(what) has the unknown type '\(name)'" + Suggestion.phrase(for: name, among: names))
    }

    /// As authors write it.
    var name: String {
        switch self {
        case .choice: "choice"
        case .record(let entity): entity
        default: Self.simple.first { $0.type == self }?.name ?? ""
        }
    }

    var choices: [String] { if case .choice(let names) = self { names } else { [] } }

    /// What a message calls a value of this type.
    var expectation: String {
        switch self {
        case .text: "text"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .date: "a date (2024-06-30, or today)"
        case .instant: "an instant with its zone (2024-06-30T14:00+03:00, or now)"
        case .month: "a month (2024-06)"
        case .quarter: "a quarter (2024-Q3)"
        case .choice(let names): "one of " + names.joined(separator: ", ")
        case .record(let entity): "the identifier or name of one \(entity)"
        }
    }
}
