import Community
import LuaKit

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

    /// Nil for what no parameter can be.
    init?(_ name: TypeName) {
        switch name {
        case .text: self = .text
        case .integer: self = .integer
        case .number: self = .number
        case .boolean: self = .boolean
        case .date: self = .date
        case .instant: self = .instant
        case .month: self = .month
        case .quarter: self = .quarter
        case .record(let entity): self = .record(entity: entity)
        case .localizedText, .timeZone, .choice, .list: return nil
        }
    }

    /// The type of that name: a simple one, or the entity of a record.
    ///
    /// - Throws: `ScriptError`, with the nearest name that there is.
    /// - Parameter what: what has the type: `the parameter 'owner'`.
    static func named(_ name: String, in schema: Schema, _ what: String) throws -> ParameterType {
        do {
            let known = try TypeName(name, for: .parameter, in: schema)
            guard let type = ParameterType(known) else {
                throw DeclarationError("cannot be of the type '\(known)', which no parameter is")
            }
            return type
        } catch let error as DeclarationError { throw ScriptError("\(what) \(error)") }
    }

    /// As authors write it.
    var name: TypeName {
        switch self {
        case .text: .text
        case .integer: .integer
        case .number: .number
        case .boolean: .boolean
        case .date: .date
        case .instant: .instant
        case .month: .month
        case .quarter: .quarter
        case .choice: .choice
        case .record(let entity): .record(entity: entity)
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
