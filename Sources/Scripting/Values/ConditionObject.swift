import LuaKit

/// A condition as a script writes it, before it is known for which field: `before(today)`, `except "done"`.
final class ConditionObject: HostObject {
    static let luaType = "condition"

    enum Form {
        case before(Value)
        case after(Value)
        case between(Value, Value)
        case contains(String)
        case has(Value)
        case except(Value)
        /// No filter at all; and: the field has no value.
        case any, none
    }

    let form: Form

    init(_ form: Form) {
        self.form = form
    }

    /// As the script writes it.
    var name: String {
        switch form {
        case .before: "before"
        case .after: "after"
        case .between: "between"
        case .contains: "contains"
        case .has: "has"
        case .except: "except"
        case .any: "any"
        case .none: "none"
        }
    }
}
