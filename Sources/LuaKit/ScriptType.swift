/// A type of values that scripts meet, with what reference pages and editor stubs say of it.
public protocol ScriptType {
    /// What authors call it.
    var name: String { get }
    var documentation: String { get }
    var methods: [Function] { get }
    var properties: [Property] { get }
    /// What values of the type do with operators.
    var operations: [ScalarType.Operation] { get }
    /// What they hold by the numbers 1, 2, 3 …
    var items: TypeExpression? { get }

    func register(with state: State) throws(LuaError)
}

extension ScriptType {
    public var operations: [ScalarType.Operation] { [] }
    public var items: TypeExpression? { nil }
}

extension ObjectType: ScriptType {
    public func register(with state: State) throws(LuaError) { try state.register(self) }
}

extension ScalarType: ScriptType {
    public func register(with state: State) throws(LuaError) { try state.register(self) }
}

extension RecordType: ScriptType {
    /// The fields of records are declared elsewhere, with more than a name.
    public var properties: [Property] { [] }

    public func register(with state: State) throws(LuaError) { try state.register(self) }
}
