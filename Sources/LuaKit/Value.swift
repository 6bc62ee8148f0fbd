/// A Lua value, as Swift holds it.
///
/// Integers and floats stay apart: `3` is ``integer(_:)``, `3.0` is ``number(_:)``.
public enum Value {
    case `nil`
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(LuaString)
    case light(Light)
    case table(Reference)
    case function(Reference)
    case object(any HostObject)
    /// A coroutine.
    case thread(Reference)

    /// A string of this text.
    public static func text(_ text: String) -> Value {
        .string(LuaString(text))
    }

    public var isNil: Bool {
        if case .nil = self { true } else { false }
    }
}

/// Keeps a value of a state alive (a table, a function, a coroutine) as long as Swift holds it.
///
/// It may outlive its state, and is of no use then.
public final class Reference {
    weak var state: State?
    let number: Int32

    init(state: State, number: Int32) {
        self.state = state
        self.number = number
    }

    deinit {
        // This may happen in the midst of anything: the state lets go of the value later.
        state?.released.append(number)
    }
}
