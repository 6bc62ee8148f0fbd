import Community
import LuaKit

extension ParameterDeclaration {
    static let options = Options(
        "parameter options", "What a contribution asks its user for.",
        Option(
            "type", .either([.choice(TypeName.simple(for: .parameter).map(\.description)), .entity]),
            "What is asked for; an entity for one of its records. Not needed beside `choices`."),
        Option("title", .texts, "What users see in place of its name."),
        Option("description", .texts, "What it is for."),
        Option(
            "default", .any,
            "What it is when the user leaves it out, as a user would type it: `\"today\"`, `30`."),
        Option(
            "optional", .boolean, "Whether it may be left out without a default; it is `any` then.",
            default: "false"),
        Option("choices", .list(of: .string), "The texts of which it is one."))

    /// What a contribution with parameters declares them by.
    static let option = Option("params", .table(of: .options(options)), "What it asks its user for, by name.")

    /// The parameters that a contribution declares, in alphabetical order.
    static func read(_ contribution: TableReader, _ session: Session) throws -> [ParameterDeclaration] {
        let parameters = try contribution.value(option.name)
        if parameters.isNil { return [] }
        let what = "'\(option.name)' of \(contribution.what)"
        let reader = try TableReader(session.state, parameters, what)
        return try session.state.fields(reader.table).map { field in
            guard case .string(let name) = field.key, let name = name.text else {
                throw ScriptError(
                    "\(what) has \(field.key.phrase) as a key; parameters have names")
            }
            return try read(name, field.value, session)
        }
    }

    private static func read(_ name: String, _ options: Value, _ session: Session) throws
        -> ParameterDeclaration
    {
        let what = "the parameter '\(name)'"
        let reader = try TableReader(session.state, options, what, Self.options)
        let type = try type(reader, session)
        let defaultText: String? =
            switch try reader.value("default") {
            case .nil: nil
            case .string(let text): text.description
            case .integer(let number): String(number)
            case .number(let number): String(number)
            case .boolean(let flag): String(flag)
            case let value where Day(value) != nil: Day(value)?.description
            case let value where Month(value) != nil: Month(value)?.description
            case let value where Quarter(value) != nil: Quarter(value)?.description
            case let value where Instant(value) != nil: Instant(value)?.description
            case let value: throw reader.expected("a value as a user would type it", "default", value)
            }
        return ParameterDeclaration(
            name: name, type: type, title: try reader.localized("title"),
            description: try reader.localized("description"),
            isOptional: try reader.boolean("optional") ?? false, defaultText: defaultText)
    }

    private static func type(_ reader: TableReader, _ session: Session) throws -> ParameterType {
        let choices = try reader.value("choices")
        if !choices.isNil {
            let names = try session.state.sequence(choices).map {
                guard case .string(let name) = $0 else {
                    throw reader.expected("a list of texts", "choices", choices)
                }
                return name.description
            }
            return .choice(names)
        }
        guard let name = try reader.text("type") else {
            let names = TypeName.simple(for: .parameter).map(\.description).joined(separator: ", ")
            throw ScriptError(
                "\(reader.what) has no type; there are \(names) and entities such as organization")
        }
        return try .named(name, in: session.schema, reader.what)
    }
}
