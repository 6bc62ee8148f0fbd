import CLua
import Spelling

/// A place on the stack of a state, from which an argument is read.
///
/// Valid only during the call that it was handed to.
public struct Slot {
    /// Alive as long as the call is.
    @usableFromInline unowned(unsafe) let owner: State
    @usableFromInline let thread: OpaquePointer
    @usableFromInline let index: Int32

    @inlinable init(state: State, thread: OpaquePointer, index: Int32) {
        owner = state
        self.thread = thread
        self.index = index
    }

    public var state: State { owner }

    @inlinable var type: Int32 { lua_type(thread, index) }

    /// Whether the value is nil, or there is none.
    @inlinable public var isNil: Bool { type <= LUA_TNIL }

    @inlinable public var boolean: Bool? {
        type == LUA_TBOOLEAN ? lua_toboolean(thread, index) != 0 : nil
    }

    /// An integer, or a float with an exact integer value (3.0). Text is not converted.
    @inlinable public var integer: Int64? {
        guard type == LUA_TNUMBER else { return nil }
        var isInteger: Int32 = 0
        let value = lua_tointegerx(thread, index, &isInteger)
        return isInteger != 0 ? value : nil
    }

    /// A float or an integer. Text is not converted.
    @inlinable public var number: Double? {
        type == LUA_TNUMBER ? clua_to_number(thread, index) : nil
    }

    @inlinable public var light: Light? {
        type == LUA_TLIGHTUSERDATA ? Light(word: clua_to_light(thread, index)) : nil
    }

    @inlinable public var object: AnyObject? {
        guard let pointer = clua_to_object(thread, index) else { return nil }
        return Unmanaged<AnyObject>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// The bytes of a string, valid within the closure. Numbers are not converted.
    @inlinable public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
        -> Result?
    {
        guard type == LUA_TSTRING else { return nil }
        var size = 0
        guard let start = lua_tolstring(thread, index, &size) else { return nil }
        let bytes = UnsafeBufferPointer(
            start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: size)
        return try body(bytes)
    }

    /// The value, whatever it is.
    public var value: Value {
        switch type {
        case LUA_TBOOLEAN: .boolean(lua_toboolean(thread, index) != 0)
        case LUA_TNUMBER:
            clua_is_integer(thread, index)
                ? .integer(clua_to_integer(thread, index)) : .number(clua_to_number(thread, index))
        case LUA_TSTRING: .string(LuaString(withBytes { Array($0) } ?? []))
        case LUA_TLIGHTUSERDATA: .light(Light(word: clua_to_light(thread, index)))
        case LUA_TTABLE: .table(reference())
        case LUA_TFUNCTION: .function(reference())
        case LUA_TTHREAD: .thread(reference())
        case LUA_TUSERDATA: (object as? any HostObject).map { .object($0) } ?? .nil
        default: .nil
        }
    }

    /// What the value is called in messages: a type's own name, or Lua's; "no value" when there is none.
    public var typeName: String {
        switch type {
        case LUA_TNONE: return "no value"
        case LUA_TLIGHTUSERDATA:
            return light.flatMap { state.lightTypes[$0.tag]?.name } ?? "light value"
        case LUA_TUSERDATA:
            return (object as? any HostObject).map { Swift.type(of: $0).luaType } ?? "object"
        default:
            return lua_typename(thread, type).map { String(cString: $0) } ?? "value"
        }
    }

    /// The value in a message: `a date`, `an instant`, `nil`.
    @usableFromInline var phrase: String { withArticle(typeName) }

    private func reference() -> Reference {
        state.letGo(on: thread)
        lua_pushvalue(thread, index)
        return Reference(anchor: state.anchor, number: clua_reference(thread))
    }
}
