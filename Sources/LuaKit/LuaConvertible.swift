/// A type that has a name for authors of scripts.
public protocol LuaTyped: SendableMetatype {
    /// As documentation and messages call it: `string`, `list of string`, `date`.
    static var luaType: String { get }
    /// As reference pages and editor stubs have it, where that is more than the name.
    static var luaTypeExpression: TypeExpression { get }
    /// Whether an argument of this type may be left out.
    static var luaAcceptsNil: Bool { get }
    /// Whether an argument of this type stands for all the remaining ones.
    static var luaIsVariadic: Bool { get }
}

extension LuaTyped {
    public static var luaTypeExpression: TypeExpression { .named(luaType) }
    public static var luaAcceptsNil: Bool { false }
    public static var luaIsVariadic: Bool { false }
}

/// A type that arguments are read as.
public protocol LuaReadable: LuaTyped {
    /// - Returns: nil when the value is of another type.
    /// - Throws: when it is of the right type and still not acceptable; the message says what was expected.
    static func read(_ slot: Slot) throws -> Self?
}

/// A type that results are given as.
public protocol LuaWritable: LuaTyped {
    /// Pushes the value, or values.
    /// - Returns: how many were pushed.
    func write(to stack: Stack) throws -> Int32
}

/// A type that goes both ways.
public typealias LuaConvertible = LuaReadable & LuaWritable
