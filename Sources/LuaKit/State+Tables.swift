import CLua

/// Reading tables without copying all of them. All of it is raw: no metamethod is called.
extension State {
    /// The value of a key; nil where there is none, or where the first value is no table.
    public func get(_ table: Value, _ key: Value) throws(LuaError) -> Value {
        try with(table) { thread in
            Stack(state: self, thread: thread).push(key)
            lua_rawget(thread, -2)
            return Slot(state: self, thread: thread, index: -1).value
        } ?? .nil
    }

    /// The value of a field.
    public func get(_ table: Value, _ name: String) throws(LuaError) -> Value {
        try get(table, .text(name))
    }

    /// The items 1, 2, 3 … up to the first hole; none where the value is no table.
    public func sequence(_ table: Value) throws(LuaError) -> [Value] {
        try with(table) { thread in
            var items: [Value] = []
            while lua_rawgeti(thread, -1, Int64(items.count + 1)) != LUA_TNIL {
                items.append(Slot(state: self, thread: thread, index: -1).value)
                clua_pop(thread, 1)
            }
            clua_pop(thread, 1)
            return items
        } ?? []
    }

    /// How many items 1, 2, 3 … a table has up to the first hole, and the first key that is none of them.
    public func extent(_ table: Value) throws(LuaError) -> (items: Int64, other: Value) {
        let pointer = try opened()
        return try with(table) { thread in
            var keyCount: Int64 = 0
            var unordered: Int64 = 0
            let itemCount = clua_push_keys(pointer, -1, &keyCount, &unordered)
            guard keyCount > 0 else { return (itemCount, .nil) }
            lua_rawgeti(thread, -1, 1)
            return (itemCount, pop(on: thread))
        } ?? (0, .nil)
    }

    /// All keys and values in the order of `pairs`; none where the value is no table.
    public func fields(_ table: Value) throws(LuaError) -> [(key: Value, value: Value)] {
        let pointer = try opened()
        return try with(table) { thread in
            var keyCount: Int64 = 0
            var unordered: Int64 = 0
            let itemCount = clua_push_keys(pointer, -1, &keyCount, &unordered)
            var fields: [(key: Value, value: Value)] = []
            for index in 0..<max(0, itemCount) {
                lua_rawgeti(thread, -2, index + 1)
                fields.append((.integer(index + 1), pop(on: thread)))
            }
            for index in 0..<max(0, keyCount) {
                lua_rawgeti(thread, -1, index + 1)
                let key = Slot(state: self, thread: thread, index: -1).value
                lua_rawget(thread, -3)
                fields.append((key, pop(on: thread)))
            }
            return fields
        } ?? []
    }

    /// A new table.
    public func table(
        items: [Value] = [], fields: [(key: String, value: Value)] = []
    ) throws(LuaError) -> Value {
        let pointer = try opened()
        let thread: OpaquePointer = clua_thread(pointer)
        guard lua_checkstack(thread, 8) != 0 else { throw LuaError(.runtime, "too many nested calls") }
        let stack = Stack(state: self, thread: thread)
        lua_createtable(thread, Int32(clamping: items.count), Int32(clamping: fields.count))
        for (index, item) in items.enumerated() {
            stack.push(item)
            lua_rawseti(thread, -2, Int64(index + 1))
        }
        for field in fields {
            stack.push(field.key)
            stack.push(field.value)
            lua_rawset(thread, -3)
        }
        return pop(on: thread)
    }

    private func with<Result>(
        _ table: Value, _ body: (OpaquePointer) -> Result
    ) throws(LuaError) -> Result? {
        guard case .table(let reference) = table else { return nil }
        let pointer = try opened()
        let thread: OpaquePointer = clua_thread(pointer)
        guard lua_checkstack(thread, 64) != 0 else { throw LuaError(.runtime, "too many nested calls") }
        let top = lua_gettop(thread)
        defer { lua_settop(thread, top) }
        Stack(state: self, thread: thread).push(reference)
        guard lua_type(thread, -1) == LUA_TTABLE else { return nil }
        return body(thread)
    }
}
