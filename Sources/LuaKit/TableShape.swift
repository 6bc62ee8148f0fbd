import CLua

/// What many tables have in common: their names. Reading another name is an error that suggests the nearest; one
/// without a value is nil.
public struct TableShape {
    private let state: State
    private let names: [String]
    private let shape: Int32

    /// - Parameter name: what messages call such a table: `row`.
    public init(_ names: [String], name: String, state: State) throws(LuaError) {
        let pointer = try state.opened()
        let thread: OpaquePointer = clua_thread(pointer)
        guard lua_checkstack(thread, 8) != 0 else { throw LuaError(.runtime, "too many nested calls") }
        let stack = Stack(state: state, thread: thread)
        lua_createtable(thread, 0, Int32(clamping: names.count))
        for name in names {
            stack.push(name)
            stack.push(true)
            lua_rawset(thread, -3)
        }
        shape = clua_define_shape(pointer, name)
        self.names = names
        self.state = state
    }

    /// A table of this shape.
    ///
    /// - Parameter push: pushes the value of the name at an index, one value or nil.
    public func table(_ push: (Stack, Int) throws -> Void) throws -> Value {
        let pointer = try state.opened()
        let thread: OpaquePointer = clua_thread(pointer)
        guard lua_checkstack(thread, 16) != 0 else { throw LuaError(.runtime, "too many nested calls") }
        let top = lua_gettop(thread)
        defer { lua_settop(thread, top) }
        let stack = Stack(state: state, thread: thread)
        lua_createtable(thread, 0, Int32(clamping: names.count))
        for (index, name) in names.enumerated() {
            stack.push(name)
            try push(stack, index)
            lua_rawset(thread, top + 1)
        }
        clua_set_shape(pointer, shape)
        return Slot(state: state, thread: thread, index: top + 1).value
    }
}
