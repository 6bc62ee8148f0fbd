import CLua

/// A documented, typed name that is read from a value.
public struct Property {
    public let name: String
    public let documentation: String
    public let type: TypeExpression
    /// Whether it may be nil.
    public let isOptional: Bool
    let body: (State, OpaquePointer) throws -> Int32

    /// - Parameter type: what is written of its type, where that is more than its values' own.
    public init<Receiver: LuaReadable, Result: LuaWritable>(
        _ name: String, of receiver: Receiver.Type, _ documentation: String, type: TypeExpression? = nil,
        get: @escaping (Receiver) throws -> Result
    ) {
        self.name = name
        self.documentation = documentation
        self.type = type ?? Result.luaTypeExpression
        isOptional = Result.luaAcceptsNil
        body = { state, thread in
            guard let receiver = try Receiver.read(Slot(state: state, thread: thread, index: 1)) else {
                throw ScriptError("'\(name)' is a field of a \(Receiver.luaType)")
            }
            return try get(receiver).write(to: Stack(state: state, thread: thread))
        }
    }
}
