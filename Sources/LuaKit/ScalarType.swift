import CLua

/// A type of light values whose payload is the value: a date, a duration.
public struct ScalarType {
    /// Of 1 … 255, not used by another type.
    public var tag: UInt8
    /// What authors call it.
    public var name: String
    public var documentation: String
    /// Whether `<` and `<=` compare the payloads.
    public var isOrdered: Bool
    /// Completes "a date cannot be joined with '..'; …".
    public var concatenationAdvice: String
    /// Completes "cannot compare date with instant": what to compare instead.
    public var comparisonAdvice: String?
    public var properties: [Property]
    public var methods: [Function]
    /// Called with both operands, either of which is of this type; nil when it does not know the other.
    public var operators: [Operator: (Value, Value) throws -> Value?]
    /// What is written of `operators`: with which types, and what comes of it.
    public var operations: [Operation]
    /// `tostring(value)`.
    public var text: (Light) throws -> String

    /// The names are those of Lua's metamethods.
    public enum Operator: String, CaseIterable, Sendable {
        case add, sub, mul, div, idiv, mod, unm

        var verb: String {
            switch self {
            case .add: "add"
            case .sub: "subtract"
            case .mul: "multiply"
            case .div, .idiv, .mod: "divide"
            case .unm: "negate"
            }
        }
    }

    /// `value + operand` and what it gives; of `unm`, `-value`, there is no operand.
    public struct Operation: Hashable, Sendable {
        public let `operator`: Operator
        public let operand: TypeExpression?
        public let result: TypeExpression

        public init(_ operator: Operator, _ operand: TypeExpression?, gives result: TypeExpression) {
            self.operator = `operator`
            self.operand = operand
            self.result = result
        }
    }

    public init(
        tag: UInt8, name: String, _ documentation: String, isOrdered: Bool = true,
        concatenationAdvice: String = "use tostring first", comparisonAdvice: String? = nil,
        properties: [Property] = [], methods: [Function] = [],
        operators: [Operator: (Value, Value) throws -> Value?] = [:], operations: [Operation] = [],
        text: @escaping (Light) throws -> String
    ) {
        self.tag = tag
        self.name = name
        self.documentation = documentation
        self.isOrdered = isOrdered
        self.concatenationAdvice = concatenationAdvice
        self.comparisonAdvice = comparisonAdvice
        self.properties = properties
        self.methods = methods
        self.operators = operators
        self.operations = operations
        self.text = text
    }
}

/// What the state remembers of a type of light values.
struct LightTypeDescription {
    let name: String
}

extension State {
    public func register(_ type: ScalarType) throws(LuaError) {
        let pointer = try opened()
        try claim(type.tag, for: type.name)
        guard
            let members = clua_define_scalar(
                pointer, type.tag, type.name, type.concatenationAdvice, type.isOrdered)
        else { return }
        setMembers(of: members, on: pointer, methods: type.methods, properties: type.properties)
        setMember(of: members, on: pointer, CLUA_HANDLER, "tostring") { state, thread in
            guard let light = Slot(state: state, thread: thread, index: 1).light else { return 0 }
            return try type.text(light).write(to: Stack(state: state, thread: thread))
        }
        let known = type.methods.map(\.name) + type.properties.map(\.name)
        setMember(of: members, on: pointer, CLUA_HANDLER, "unknown") { state, thread in
            let key = Slot(state: state, thread: thread, index: 2).value
            throw Self.unknownField(key, of: type.name, among: known)
        }
        setMember(of: members, on: pointer, CLUA_HANDLER, "incomparable") { state, thread in
            let left = Slot(state: state, thread: thread, index: 1)
            let right = Slot(state: state, thread: thread, index: 2)
            let advice =
                left.isNil || right.isNil ? "test first that there is a value" : type.comparisonAdvice
            throw ScriptError(
                "cannot compare \(left.typeName) with \(right.typeName)" + (advice.map { "; \($0)" } ?? ""))
        }
        for (name, body) in type.operators {
            setMember(of: members, on: pointer, CLUA_HANDLER, name.rawValue) { state, thread in
                let left = Slot(state: state, thread: thread, index: 1)
                let right = Slot(state: state, thread: thread, index: 2)
                guard let result = try body(left.value, right.value) else {
                    throw ScriptError("cannot \(name.verb) \(left.typeName) and \(right.typeName)")
                }
                return try result.write(to: Stack(state: state, thread: thread))
            }
        }
    }

    func claim(_ tag: UInt8, for name: String) throws(LuaError) {
        if tag == 0 {
            throw LuaError(.conversion, "the tag of \(name) is 0; it must be one of 1 … 255")
        }
        if let taken = lightTypes[tag] {
            throw LuaError(.conversion, "the tag \(tag) of \(name) is that of \(taken.name) already")
        }
        lightTypes[tag] = LightTypeDescription(name: name)
    }
}
