import Community

/// What a report asks its user for.
struct ParameterDeclaration {
    let name: String
    let type: ParameterType
    let title: String?
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
