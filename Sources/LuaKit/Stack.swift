import CLua

/// Where a host function leaves its results.
///
/// Valid only during the call that it was handed to.
public struct Stack {
    /// Alive as long as the call is.
    @usableFromInline unowned(unsafe) let owner: State
    @usableFromInline let thread: OpaquePointer

    @inlinable init(state: State, thread: OpaquePointer) {
        owner = state
        self.thread = thread
    }

    public var state: State { owner }

    @inlinable public func pushNil() { lua_pushnil(thread) }
    @inlinable public func push(_ value: Bool) { lua_pushboolean(thread, value ? 1 : 0) }
    @inlinable public func push(_ value: Int64) { lua_pushinteger(thread, value) }
    @inlinable public func push(_ value: Double) { lua_pushnumber(thread, value) }
    @inlinable public func push(_ light: Light) { clua_push_light(thread, light.tag, light.payload) }

    @inlinable public func push(_ text: String) {
        var text = text
        text.withUTF8 { push($0) }
    }

    @inlinable public func push(_ bytes: UnsafeBufferPointer<UInt8>) {
        bytes.withMemoryRebound(to: CChar.self) { characters in
            _ = lua_pushlstring(thread, characters.baseAddress, characters.count)
        }
    }

    public func push(_ string: LuaString) {
        string.bytes.withUnsafeBufferPointer { push($0) }
    }

    public func push(_ reference: Reference) {
        guard reference.anchor === owner.anchor else { return pushNil() }
        clua_push_reference(thread, reference.number)
    }

    public func push(_ object: any HostObject) {
        guard let pointer = state.pointer else { return pushNil() }
        clua_push_object(
            pointer, state.objectType(of: object), Unmanaged.passRetained(object as AnyObject).toOpaque())
    }

    public func push(_ value: Value) {
        switch value {
        case .nil: pushNil()
        case .boolean(let value): push(value)
        case .integer(let value): push(value)
        case .number(let value): push(value)
        case .string(let value): push(value)
        case .light(let value): push(value)
        case .table(let value), .function(let value), .thread(let value): push(value)
        case .object(let value): push(value)
        }
    }
}
