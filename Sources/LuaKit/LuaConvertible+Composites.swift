import CLua

extension Optional: LuaTyped where Wrapped: LuaTyped {
    public static var luaType: String { Wrapped.luaType }
    public static var luaTypeExpression: TypeExpression { Wrapped.luaTypeExpression }
    public static var luaAcceptsNil: Bool { true }
}

extension Optional: LuaReadable where Wrapped: LuaReadable {
    @inlinable public static func read(_ slot: Slot) throws -> Wrapped?? {
        if slot.isNil { return .some(nil) }
        guard let value = try Wrapped.read(slot) else { return nil }
        return .some(value)
    }
}

extension Optional: LuaWritable where Wrapped: LuaWritable {
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        guard let self else {
            stack.pushNil()
            return 1
        }
        return try self.write(to: stack)
    }
}

extension Array: LuaTyped where Element: LuaTyped {
    public static var luaType: String { "list of \(Element.luaType)" }
    public static var luaTypeExpression: TypeExpression { .list(of: Element.luaTypeExpression) }
}

/// A list: the items 1, 2, 3 … of a table up to the first hole. Other keys are an error, so that nothing
/// is lost silently.
extension Array: LuaReadable where Element: LuaReadable {
    @inlinable public static func read(_ slot: Slot) throws -> [Element]? {
        guard slot.type == LUA_TTABLE, lua_checkstack(slot.thread, 3) != 0 else { return nil }
        let table = lua_absindex(slot.thread, slot.index)
        let top = lua_gettop(slot.thread)
        defer { lua_settop(slot.thread, top) }
        var items: [Element] = []
        while lua_rawgeti(slot.thread, table, Int64(items.count + 1)) != LUA_TNIL {
            let item = Slot(state: slot.state, thread: slot.thread, index: top + 1)
            guard let value = try Element.read(item) else {
                throw ScriptError(
                    "expected \(luaType), but item \(items.count + 1) is \(item.phrase)")
            }
            items.append(value)
            lua_settop(slot.thread, top)
        }
        lua_settop(slot.thread, top)
        var keys = 0
        lua_pushnil(slot.thread)
        while lua_next(slot.thread, table) != 0 {
            keys += 1
            clua_pop(slot.thread, 1)
            if keys > items.count { break }
        }
        guard keys == items.count else {
            throw ScriptError("expected \(luaType), got a table with other keys than 1, 2, 3 …")
        }
        return items
    }
}

extension Array: LuaWritable where Element: LuaWritable {
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        guard lua_checkstack(stack.thread, 4) != 0 else { throw ScriptError("lists are nested too deep") }
        lua_createtable(stack.thread, Int32(clamping: count), 0)
        var place: Int64 = 0
        for item in self {
            let count = try item.write(to: stack)
            if count != 1 { lua_settop(stack.thread, lua_gettop(stack.thread) - count + 1) }
            place += 1
            lua_rawseti(stack.thread, -2, place)
        }
        return 1
    }
}

/// All remaining arguments, as the last parameter of a function.
public struct Rest<Element: LuaReadable>: LuaReadable {
    public var values: [Element]

    public static var luaType: String { Element.luaType }
    public static var luaTypeExpression: TypeExpression { Element.luaTypeExpression }
    public static var luaAcceptsNil: Bool { true }
    public static var luaIsVariadic: Bool { true }

    public static func read(_ slot: Slot) throws -> Rest? {
        var values: [Element] = []
        let top = lua_gettop(slot.thread)
        var index = slot.index
        while index <= top {
            let argument = Slot(state: slot.state, thread: slot.thread, index: index)
            guard let value = try Element.read(argument) else {
                throw ScriptError(
                    "expected \(Element.luaType), got \(argument.typeName) as argument #\(index)")
            }
            values.append(value)
            index += 1
        }
        return Rest(values: values)
    }
}

/// Several results.
public struct Results: LuaWritable {
    public var values: [Value]

    public init(_ values: [Value]) {
        self.values = values
    }

    public static var luaType: String { "…" }

    public func write(to stack: Stack) throws -> Int32 {
        let count = Int32(clamping: values.count)
        guard lua_checkstack(stack.thread, count) != 0 else { throw ScriptError("too many results") }
        for value in values { stack.push(value) }
        return count
    }
}
