import CLua

/// A line of a script.
public struct Place: Hashable, Sendable {
    /// The name of the file.
    public let chunk: String
    /// From 1.
    public let line: Int
}

extension State {
    /// Where the script is that called the host function that runs now: its innermost line.
    public var place: Place? {
        guard let pointer else { return nil }
        let thread: OpaquePointer = clua_thread(pointer)
        var info = lua_Debug()
        var level: Int32 = 0
        while lua_getstack(thread, level, &info) != 0 {
            lua_getinfo(thread, "Sl", &info)
            if info.currentline > 0, let source = info.source {
                let name = String(cString: source)
                return Place(
                    chunk: name.hasPrefix("@") ? String(name.dropFirst()) : name, line: Int(info.currentline))
            }
            level += 1
        }
        return nil
    }

    /// An error that became known later than the script's line that it is about.
    public func error(_ message: String, at place: Place) -> LuaError {
        LuaError(
            .runtime, message, chunk: place.chunk, line: place.line,
            sourceLine: sources[place.chunk].flatMap { Self.line(place.line, of: $0) })
    }
}
