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
