import CLua

extension State {
    /// Compiles a chunk.
    ///
    /// Only text is accepted, in UTF-8; a byte order mark and a first line that begins with `#` are skipped.
    /// - Parameter name: the name of the file, as messages are to show it.
    /// - Returns: a function that runs the chunk.
    /// - Throws: ``LuaError`` of kind `syntax`, with the place.
    public func load(_ source: [UInt8], name: String) throws(LuaError) -> Value {
        let pointer = try opened()
        let start = try check(source, name: name)
        sources[name] = source
        let status = source.withUnsafeBytes { bytes in
            let text = bytes[start...]
            let base = bytes.baseAddress.map { $0 + text.startIndex }
            return clua_load(
                pointer, base?.assumingMemoryBound(to: CChar.self), text.count, "@" + name)
        }
        let thread: OpaquePointer = clua_thread(pointer)
        guard status == CLUA_OK else { throw failure(status, kind: .syntax) }
        return pop(on: thread)
    }

    /// Compiles and runs a chunk.
    public func run(_ source: String, name: String = "chunk.lua") throws(LuaError) -> [Value] {
        try call(load(Array(source.utf8), name: name))
    }

    /// Calls a function. A host function may do so while it is called itself.
    /// - Returns: all results.
    public func call(_ function: Value, _ arguments: [Value] = []) throws(LuaError) -> [Value] {
        let pointer = try opened()
        let thread: OpaquePointer = clua_thread(pointer)
        let top = lua_gettop(thread)
        guard lua_checkstack(thread, Int32(clamping: arguments.count + 4)) != 0 else {
            throw LuaError(.runtime, "too many nested calls, or too many arguments")
        }
        let stack = Stack(state: self, thread: thread)
        stack.push(function)
        for argument in arguments { stack.push(argument) }
        let isOutermost = stopper.enter(pointer)
        let status = clua_call(pointer, Int32(arguments.count))
        if isOutermost { stopper.leave() }
        guard status == CLUA_OK else { throw failure(status, kind: .runtime) }
        let count = lua_gettop(thread) - top
        var results: [Value] = []
        results.reserveCapacity(Int(count))
        for index in 0..<count {
            results.append(Slot(state: self, thread: thread, index: top + 1 + index).value)
        }
        lua_settop(thread, top)
        return results
    }

    /// A text put together as `string.format` does it.
    public func format(_ format: String, _ values: [Value]) throws(LuaError) -> String {
        let thread: OpaquePointer = clua_thread(try opened())
        guard lua_checkstack(thread, 4) != 0 else { throw LuaError(.runtime, "too many nested calls") }
        clua_push_format(thread)
        let results = try call(pop(on: thread), [.text(format)] + values)
        guard case .string(let text)? = results.first else { return format }
        return text.description
    }

    /// - Returns: where the text for the compiler begins.
    private func check(_ source: [UInt8], name: String) throws(LuaError) -> Int {
        guard source.count <= limits.source else {
            throw LuaError(
                .limit,
                "the file has \(source.count) bytes; scripts may have \(limits.source) at most", chunk: name)
        }
        var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if source[start...].first == 0x1B {
            throw LuaError(
                .syntax, "this is compiled Lua, which is not accepted; give the source text", chunk: name)
        }
        if String(validating: source, as: UTF8.self) == nil {
            let line = Self.firstBrokenLine(source)
            throw LuaError(
                .syntax, "the text is not valid UTF-8; save the file as UTF-8", chunk: name, line: line,
                sourceLine: Self.line(line, of: source))
        }
        if source[start...].first == UInt8(ascii: "#") {
            start = source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.endIndex
        }
        return start
    }

    private static func firstBrokenLine(_ source: [UInt8]) -> Int {
        var line = 1
        var bytes = source.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        while case .valid(let scalar) = parser.parseScalar(from: &bytes) {
            if scalar.first == UInt8(ascii: "\n") { line += 1 }
        }
        return line
    }

    /// The text of a line, counted from 1.
    static func line(_ number: Int, of source: [UInt8]) -> String? {
        let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
}
