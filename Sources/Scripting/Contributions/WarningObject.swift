import LuaKit

/// What `warn` gives, for a rule to return.
final class WarningObject: HostObject {
    static let luaType = "warning"

    let text: String

    init(_ text: String) {
        self.text = text
    }

    static var type: ObjectType<WarningObject> {
        ObjectType(
            "What there is against a change that may be made all the same, for the rule to return.",
            text: { $0.text })
    }

    static var function: Function {
        Function(
            "warn",
            "Says what there is against a change, without refusing it: whoever makes it is shown the warning, and may go "
                + "past it.",
            Parameter<String>("text", "What there is, a format as of `string.format`."),
            Parameter<Rest<Value>>("values", "The values of the format."),
            returns: "The warning, to be returned.",
            example: #"warn("%s is a weekend day for %d invited organizations", "friday", 2)"#
        ) { (state: State, text: String, values: Rest<Value>) throws -> WarningObject in
            WarningObject(values.values.isEmpty ? text : try state.format(text, values.values))
        }
    }
}
