import LuaKit

/// What rules and imports answer besides changes: `warn` and `reject`.
enum VerdictFunctions {
    static func module(_ state: State) throws -> Module {
        let format = try state.run("return string.format").first ?? .nil
        return Module(
            nil, "What rules and imports answer.",
            functions: [warn(format), reject(format)])
    }

    private static func warn(_ format: Value) -> Function {
        Function(
            "warn", "Says what there is against a change, without refusing it: whoever makes it may go past it.",
            Parameter<String>(
                "format", "What is said; with more values, as `string.format` takes it: `%s`, `%d`."),
            Parameter<Rest<Value>>("values", "What stands in it."),
            returns: "The warning, for a rule to return.",
            example: #"warn("%s is a weekend day for %d invited organizations", "friday", 2)"#
        ) { (state: State, text: String, values: Rest<Value>) throws -> VerdictObject in
            VerdictObject(try self.text(text, values.values, format, state), isRejection: false)
        }
    }

    private static func reject(_ format: Value) -> Function {
        Function(
            "reject", "Refuses a change, or a row of a file.",
            Parameter<String>(
                "format", "Why; with more values, as `string.format` takes it: `%s`, `%d`."),
            Parameter<Rest<Value>>("values", "What stands in it."),
            returns: "The refusal, for a rule or an import to return.",
            example: #"reject("the item is due before it starts")"#
        ) { (state: State, text: String, values: Rest<Value>) throws -> VerdictObject in
            VerdictObject(try self.text(text, values.values, format, state), isRejection: true)
        }
    }

    /// A text alone is taken as it stands, whatever signs a record's title puts into it.
    private static func text(
        _ text: String, _ values: [Value], _ format: Value, _ state: State
    ) throws -> String {
        guard !values.isEmpty else { return text }
        guard case .string(let string)? = try state.call(format, [.text(text)] + values).first else {
            return text
        }
        return string.description
    }
}

/// A warning or a refusal, as a script returns it.
final class VerdictObject: HostObject {
    static let luaType = "verdict"

    /// One line, of at most so many characters as somebody reads before they decide.
    let text: String
    let isRejection: Bool

    static let longest = 1000

    init(_ text: String, isRejection: Bool) {
        self.text = text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
        self.isRejection = isRejection
    }

    static var type: ObjectType<VerdictObject> {
        ObjectType(
            "What a rule or an import has to say against a change, for it to return.",
            properties: [
                Property("text", of: VerdictObject.self, "What it says.") { $0.text },
                Property(
                    "action", of: VerdictObject.self, "What comes of it.", type: .choice(["warn", "reject"])
                ) { $0.isRejection ? "reject" : "warn" },
            ],
            text: { $0.text })
    }
}
