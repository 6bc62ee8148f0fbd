import CLua

extension State {
    /// A deep copy of a value, read raw: no metamethod is called.
    ///
    /// Tables that occur in several places are copied in each.
    /// - Parameter object: what a host object stands for; nil when it cannot be given.
    /// - Throws: ``LuaError`` of kind `conversion` for functions, coroutines, other objects and cycles, of
    ///   kind `limit` beyond the limits; either names the path, such as `value.rows[3].name`.
    public func tree(
        _ value: Value, within limits: TreeLimits = TreeLimits(),
        object: (any HostObject) throws -> Tree? = { _ in nil }
    ) throws(LuaError) -> Tree {
        let pointer = try opened()
        let thread: OpaquePointer = clua_thread(pointer)
        let top = lua_gettop(thread)
        defer { lua_settop(thread, top) }
        var reader = TreeReader(state: self, pointer: pointer, thread: thread, limits: limits)
        Stack(state: self, thread: thread).push(value)
        return try reader.read(object: object)
    }
}

/// Reads a value depth first, with a stack of its own.
private struct TreeReader {
    /// A table that is being read. On the Lua stack it has the table and the list of its keys.
    struct Open {
        var table: Tree.Table
        let identity: UnsafeRawPointer?
        let itemCount: Int64
        let keyCount: Int64
        /// How many items and keys have been taken.
        var position: Int64 = 0
        var key: Tree = .nil
    }

    let state: State
    let pointer: OpaquePointer
    let thread: OpaquePointer
    let limits: TreeLimits
    var open: [Open] = []
    /// How deep each open table is.
    var depths: [UnsafeRawPointer?: Int] = [:]
    var nodes = 0
    var bytes = 0

    init(state: State, pointer: OpaquePointer, thread: OpaquePointer, limits: TreeLimits) {
        self.state = state
        self.pointer = pointer
        self.thread = thread
        self.limits = limits
    }

    /// Takes the value on top of the stack.
    mutating func read(object: (any HostObject) throws -> Tree?) throws(LuaError) -> Tree {
        var done = try begin(object)
        while let last = open.indices.last {
            if let value = done {
                let key = open[last].key
                if open[last].position <= open[last].itemCount {
                    open[last].table.items.append(value)
                } else {
                    open[last].table.fields.append(Tree.Field(key: key, value: value))
                }
            }
            guard try pushNext(in: last) else {
                clua_pop(thread, 2)
                let closed = open.removeLast()
                depths[closed.identity] = nil
                done = .table(closed.table)
                continue
            }
            done = try begin(object)
        }
        return done ?? .nil
    }

    /// Pushes the next value of a table; false at its end.
    private mutating func pushNext(in last: Int) throws(LuaError) -> Bool {
        let itemCount = open[last].itemCount
        guard open[last].position < itemCount + open[last].keyCount else { return false }
        open[last].position += 1
        let position = open[last].position
        if position <= itemCount {
            open[last].key = .integer(position)
            lua_rawgeti(thread, -2, position)
            return true
        }
        lua_rawgeti(thread, -1, position - itemCount)
        let slot = Slot(state: state, thread: thread, index: -1)
        guard let key = try scalar(slot) else {
            let problem = "\(slot.phrase) cannot be a key here"
            throw LuaError(.conversion, "\(path(upTo: last)): \(problem)")
        }
        open[last].key = key
        lua_rawget(thread, -3)
        return true
    }

    /// Takes a value that is no table off the stack, or begins the table that is there.
    private mutating func begin(_ object: (any HostObject) throws -> Tree?) throws(LuaError) -> Tree? {
        let slot = Slot(state: state, thread: thread, index: -1)
        if let value = try scalar(slot) {
            clua_pop(thread, 1)
            return value
        }
        guard slot.type == LUA_TTABLE else {
            let phrase = slot.phrase
            if case .object(let found) = slot.value {
                do {
                    if let tree = try object(found) {
                        clua_pop(thread, 1)
                        return tree
                    }
                } catch {
                    throw self.error(.conversion, String(describing: error))
                }
            }
            throw error(.conversion, "\(phrase) cannot be given back")
        }
        let identity = lua_topointer(thread, -1)
        if let at = depths[identity] {
            throw error(.conversion, "the table contains itself: it is the same as \(path(upTo: at))")
        }
        guard open.count < limits.depth else {
            throw error(.limit, "tables are nested deeper than \(limits.depth) levels")
        }
        guard lua_checkstack(thread, 64) != 0 else {
            throw error(.limit, "tables are nested too deep")
        }
        var keyCount: Int64 = 0
        var unordered: Int64 = 0
        let itemCount = clua_push_keys(pointer, -1, &keyCount, &unordered)
        guard itemCount + keyCount <= Int64(limits.nodes - nodes) else { throw tooMany() }
        var table = Tree.Table()
        table.items.reserveCapacity(Int(itemCount))
        depths[identity] = open.count
        open.append(
            Open(table: table, identity: identity, itemCount: itemCount, keyCount: keyCount))
        return nil
    }

    /// The value, when it is not a table or an object.
    private mutating func scalar(_ slot: Slot) throws(LuaError) -> Tree? {
        nodes += 1
        guard nodes <= limits.nodes else { throw tooMany() }
        if nodes & 0xFFF == 0 { try state.checkStopped() }
        switch slot.type {
        case LUA_TNIL: return .nil
        case LUA_TBOOLEAN: return .boolean(slot.boolean ?? false)
        case LUA_TNUMBER:
            return clua_is_integer(thread, slot.index)
                ? .integer(clua_to_integer(thread, slot.index))
                : .number(clua_to_number(thread, slot.index))
        case LUA_TLIGHTUSERDATA: return slot.light.map { .light($0) }
        case LUA_TSTRING:
            let string = slot.withBytes { bytes -> LuaString? in
                bytes.count <= limits.bytes - self.bytes ? LuaString(Array(bytes)) : nil
            }
            guard let string, let string else {
                throw error(.limit, "the text in it is larger than \(limits.bytes) bytes")
            }
            bytes += string.bytes.count
            return .string(string)
        default: return nil
        }
    }

    private func tooMany() -> LuaError {
        error(.limit, "there are more than \(limits.nodes) values in it")
    }

    private func error(_ kind: LuaError.Kind, _ problem: String) -> LuaError {
        LuaError(kind, "\(path(upTo: open.count)): \(problem)")
    }

    /// Where the value is that the table at this depth leads to.
    private func path(upTo depth: Int) -> String {
        var path = "value"
        for table in open.prefix(depth) {
            if case .string(let name) = table.key, let text = name.text, Identifier.isValid(text) {
                path += ".\(text)"
            } else {
                path += "[\(table.key)]"
            }
        }
        return path
    }
}
