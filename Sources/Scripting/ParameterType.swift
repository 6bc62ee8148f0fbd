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

    /// The names under which authors know the simple types.
    static let simple: [(name: String, type: ParameterType)] = [
        ("text", .text), ("integer", .integer), ("number", .number), ("boolean", .boolean),
        ("date", .date), ("instant", .instant), ("month", .month), ("quarter", .quarter),
    ]

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
