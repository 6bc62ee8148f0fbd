import CLua

extension Bool: LuaConvertible {
    public static var luaType: String { "boolean" }
    @inlinable public static func read(_ slot: Slot) throws -> Bool? { slot.boolean }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

extension Int64: LuaConvertible {
    public static var luaType: String { "integer" }
    @inlinable public static func read(_ slot: Slot) throws -> Int64? { slot.integer }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

extension Int: LuaConvertible {
    public static var luaType: String { "integer" }
    @inlinable public static func read(_ slot: Slot) throws -> Int? {
        slot.integer.flatMap { Int(exactly: $0) }
    }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(Int64(self))
        return 1
    }
}

extension Double: LuaConvertible {
    public static var luaType: String { "number" }
    @inlinable public static func read(_ slot: Slot) throws -> Double? { slot.number }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

/// Text: a string whose bytes must be valid UTF-8.
extension String: LuaConvertible {
    public static var luaType: String { "string" }
    @inlinable public static func read(_ slot: Slot) throws -> String? {
        try slot.withBytes { bytes in
            guard let text = try? UTF8Span(validating: bytes.span) else {
                throw ScriptError("expected text, got a string that is not valid UTF-8")
            }
            return String(copying: text)
        }
    }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

/// Any bytes.
extension LuaString: LuaConvertible {
    public static var luaType: String { "string" }
    @inlinable public static func read(_ slot: Slot) throws -> LuaString? {
        slot.withBytes { LuaString(Array($0)) }
    }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

/// Any value, nil included. As a parameter it is one that authors give; `Value?` is one that they may leave out.
extension Value: LuaConvertible {
    public static var luaType: String { "any" }
    @inlinable public static func read(_ slot: Slot) throws -> Value? { slot.value }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

extension Light: LuaConvertible {
    public static var luaType: String { "light value" }
    @inlinable public static func read(_ slot: Slot) throws -> Light? { slot.light }
    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}
