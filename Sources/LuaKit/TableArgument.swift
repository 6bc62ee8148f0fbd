import CLua

/// A table that a function is given, read where it stands instead of being copied. Valid only during the call
/// that it was handed to.
public struct TableArgument: LuaReadable {
    public static let luaType = "table"

    private let slot: Slot

    public static func read(_ slot: Slot) throws -> TableArgument? { TableArgument(slot) }

    /// Nil when the value is no table.
    public init?(_ slot: Slot) {
        guard slot.type == LUA_TTABLE else { return nil }
        self.slot = slot
    }

    /// Gives each key and value to `take`, in no order that means anything. No metamethod is called. The slots are
    /// valid within the closure.
    public func each(_ take: (_ key: Slot, _ value: Slot) throws -> Void) throws {
        let thread = slot.thread
        guard lua_checkstack(thread, 8) != 0 else { throw ScriptError("tables are nested too deep") }
        let table = lua_absindex(thread, slot.index)
        let top = lua_gettop(thread)
        defer { lua_settop(thread, top) }
        lua_pushnil(thread)
        while lua_next(thread, table) != 0 {
            try take(
                Slot(state: slot.state, thread: thread, index: top + 1),
                Slot(state: slot.state, thread: thread, index: top + 2))
            lua_settop(thread, top + 1)
        }
    }

    /// Gives each of the items 1, 2, 3 … to `take`.
    ///
    /// - Returns: whether there is nothing else in the table.
    public func eachItem(_ take: (Slot) throws -> Void) throws -> Bool {
        let thread = slot.thread
        guard lua_checkstack(thread, 8) != 0 else { throw ScriptError("tables are nested too deep") }
        let table = lua_absindex(thread, slot.index)
        let top = lua_gettop(thread)
        defer { lua_settop(thread, top) }
        var count: Int64 = 0
        while lua_rawgeti(thread, table, count + 1) != LUA_TNIL {
            try take(Slot(state: slot.state, thread: thread, index: top + 1))
            lua_settop(thread, top)
            count += 1
        }
        lua_settop(thread, top)
        var keys: Int64 = 0
        lua_pushnil(thread)
        while keys <= count, lua_next(thread, table) != 0 {
            keys += 1
            lua_settop(thread, top + 1)
        }
        return keys == count
    }
}
