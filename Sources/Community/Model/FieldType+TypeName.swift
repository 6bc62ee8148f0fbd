extension FieldType {
    /// The type that a declaration describes.
    ///
    /// - Parameters:
    ///   - minimum: the least value, of an integer or a number only; nil for none.
    ///   - maximum: the greatest value, likewise.
    ///   - choices: what a choice, or a list of choices, may be; of these only.
    /// - Throws: when the parts do not go together, or no field can hold the type: months and quarters.
    public init(
        _ name: TypeName, minimum: FieldValue = .null, maximum: FieldValue = .null, choices: [Choice] = []
    ) throws(DeclarationError) {
        switch name {
        case .choice, .list(of: .choice): try Self.check(choices)
        default:
            guard choices.isEmpty else {
                throw DeclarationError("has choices, which go with the type 'choice', not '\(name)'")
            }
        }
        switch name {
        case .integer:
            self = .integer(
                try Self.range(minimum, maximum, Int64.min...Int64.max, "a whole number") {
                    if case .integer(let number) = $0 { number } else { nil }
                })
            return
        case .number:
            let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
            self = .number(
                try Self.range(minimum, maximum, all, "a number") {
                    switch $0 {
                    case .integer(let number): Double(number)
                    case .number(let number) where number.isFinite: number
                    default: nil
                    }
                })
            return
        default:
            guard minimum.isNull, maximum.isNull else {
                throw DeclarationError(
                    "has a minimum or maximum, which integers and numbers have, not '\(name)'")
            }
        }
        switch name {
        case .text: self = .text
        case .localizedText: self = .localizedText
        case .boolean: self = .boolean
        case .date: self = .day
        case .instant: self = .instant
        case .timeZone: self = .timeZone
        case .choice: self = .choice(choices)
        case .record(let entity): self = .reference(entity)
        case .list(of: .record(let entity)): self = .references(entity)
        case .list(of: .choice): self = .list(of: .choice(choices))
        case .list(of: .text): self = .texts
        case .integer, .number, .month, .quarter, .list:
            throw DeclarationError("cannot be of the type '\(name)', which no field holds")
        }
    }

    /// What declarations call it; nil for what none can declare.
    public var typeName: TypeName? {
        switch self {
        case .text: .text
        case .localizedText: .localizedText
        case .integer: .integer
        case .number: .number
        case .boolean: .boolean
        case .day: .date
        case .instant: .instant
        case .timeZone: .timeZone
        case .choice: .choice
        case .list(of: .choice): .list(of: .choice)
        case .list(of: .text): .list(of: .text)
        case .reference(let entity): .record(entity: entity)
        case .references(let entity): .list(of: .record(entity: entity))
        case .identifier, .list, .inverse, .path: nil
        }
    }

    /// What a value of it may be: of a choice or a list of choices.
    public var choices: [Choice] {
        switch self {
        case .choice(let choices), .list(of: .choice(let choices)): choices
        default: []
        }
    }

    private static func range<Bound: Comparable>(
        _ minimum: FieldValue, _ maximum: FieldValue, _ all: ClosedRange<Bound>, _ what: String,
        _ bound: (FieldValue) -> Bound?
    ) throws(DeclarationError) -> ClosedRange<Bound> {
        func read(_ name: String, _ value: FieldValue, else other: Bound) throws(DeclarationError) -> Bound {
            guard !value.isNull else { return other }
            guard let bound = bound(value) else {
                throw DeclarationError("has the \(name) '\(value)', which is not \(what)")
            }
            return bound
        }
        let lower = try read("minimum", minimum, else: all.lowerBound)
        let upper = try read("maximum", maximum, else: all.upperBound)
        guard lower <= upper else {
            throw DeclarationError("has a minimum (\(minimum)) above its maximum (\(maximum))")
        }
        return lower...upper
    }

    private static let mostChoices = 500

    private static func check(_ choices: [Choice]) throws(DeclarationError) {
        guard !choices.isEmpty else {
            throw DeclarationError("is a choice without choices; list them as 'choices'")
        }
        guard choices.count <= mostChoices else {
            throw DeclarationError("has \(choices.count) choices; at most \(mostChoices) will do")
        }
        var seen: Set<String> = []
        for choice in choices {
            guard isIdentifier(choice.name) else {
                throw DeclarationError(
                    "has the choice '\(choice.name)'; choices are named by up to 64 lower-case letters, digits, "
                        + "'-', '_' and '.', and have titles for people")
            }
            guard seen.insert(choice.name).inserted else {
                throw DeclarationError("has the choice '\(choice.name)' twice")
            }
        }
    }
}
