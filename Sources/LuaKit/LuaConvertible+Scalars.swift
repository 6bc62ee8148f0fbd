import CLua

extension Bool: LuaConvertible {
    public static var luaType: String { "boolean" }
    public static func read(_ slot: Slot) throws -> Bool? { slot.boolean }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

extension Int64: LuaConvertible {
    public static var luaType: String { "integer" }
    public static func read(_ slot: Slot) throws -> Int64? { slot.integer }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

extension Int: LuaConvertible {
    public static var luaType: String { "integer" }
    public static func read(_ slot: Slot) throws -> Int? { slot.integer.flatMap { Int(exactly: $0) } }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(Int64(self))
        return 1
    }
}

extension Double: LuaConvertible {
    public static var luaType: String { "number" }
    public static func read(_ slot: Slot) throws -> Double? { slot.number }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

/// Text: a string whose bytes must be valid UTF-8.
extension String: LuaConvertible {
    public static var luaType: String { "string" }
    public static func read(_ slot: Slot) throws -> String? {
        try slot.withBytes { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ScriptError("expected text, got a string that is not valid UTF-8")
            }
            return text
        }
    }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

/// Any bytes.
extension LuaString: LuaConvertible {
    public static var luaType: String { "string" }
    public static func read(_ slot: Slot) throws -> LuaString? {
        slot.withBytes { LuaString(Array($0)) }
    }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

/// Any value, nil included.
extension Value: LuaConvertible {
    public static var luaType: String { "any" }
    public static var luaAcceptsNil: Bool { true }
    public static func read(_ slot: Slot) throws -> Value? { slot.value }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}

extension Light: LuaConvertible {
    public static var luaType: String { "light value" }
    public static func read(_ slot: Slot) throws -> Light? { slot.light }
    public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}
