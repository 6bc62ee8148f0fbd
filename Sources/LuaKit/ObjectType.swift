import CLua
import Spelling

/// How scripts see the instances of a class.
public struct ObjectType<Object: HostObject> {
    public var documentation: String
    public var methods: [Function]
    public var properties: [Property]
    /// `object(…)`.
    public var call: ((Object, [Value]) throws -> [Value])?
    /// `#object`.
    public var length: ((Object) throws -> Int)?
    /// `pairs(object)`: the function, the state and the first key, as Lua's `__pairs` gives them.
    public var pairs: ((Object) throws -> [Value])?
    /// `a == b`, of different instances.
    public var equals: ((Object, Object) throws -> Bool)?
    /// `tostring(object)`.
    public var text: ((Object) throws -> String)?
    /// Any key that is neither a method nor a property; nil for an unknown one.
    public var index: ((Object, Value) throws -> Value?)?
    /// Names that `index` knows, for suggestions.
    public var names: (Object) -> [String]
    /// What `index` gives for the numbers 1, 2, 3 …; nil when it knows none.
    public var items: TypeExpression?

    /// What authors call it.
    public var name: String { Object.luaType }

    public init(
        _ documentation: String, methods: [Function] = [], properties: [Property] = [],
        call: ((Object, [Value]) throws -> [Value])? = nil, length: ((Object) throws -> Int)? = nil,
        pairs: ((Object) throws -> [Value])? = nil, equals: ((Object, Object) throws -> Bool)? = nil,
        text: ((Object) throws -> String)? = nil,
        index: ((Object, Value) throws -> Value?)? = nil, names: @escaping (Object) -> [String] = { _ in [] },
        items: TypeExpression? = nil
    ) {
        self.documentation = documentation
        self.methods = methods
        self.properties = properties
        self.call = call
        self.length = length
        self.pairs = pairs
        self.equals = equals
        self.text = text
        self.index = index
        self.names = names
        self.items = items
    }
}

extension State {
    public func register<Object: HostObject>(_ type: ObjectType<Object>) throws(LuaError) {
        let pointer = try opened()
        guard let members = clua_define_object(pointer, Object.luaType) else { return }
        objectTypes[ObjectIdentifier(Object.self)] = members
        setMembers(of: members, on: pointer, methods: type.methods, properties: type.properties)
        setMember(of: members, on: pointer, CLUA_HANDLER, "unknown") { state, thread in
            let object = try Self.argument(Object.self, state, thread, 1)
            let key = Slot(state: state, thread: thread, index: 2).value
            guard let value = try type.index?(object, key) else {
                let known = type.methods.map(\.name) + type.properties.map(\.name) + type.names(object)
                throw Self.unknownField(key, of: Object.luaType, among: known)
            }
            return try value.write(to: Stack(state: state, thread: thread))
        }
        setMetamethods(of: type, members: members, on: pointer)
    }

    private func setMetamethods<Object: HostObject>(
        of type: ObjectType<Object>, members: OpaquePointer, on pointer: OpaquePointer
    ) {
        func set(_ event: String, _ body: @escaping (State, OpaquePointer) throws -> Int32) {
            pushFunction(event, on: pointer, body)
            clua_set_metamethod(pointer, members, event)
        }
        if let text = type.text {
            set("__tostring") { state, thread in
                let object = try Self.argument(Object.self, state, thread, 1)
                return try text(object).write(to: Stack(state: state, thread: thread))
            }
        }
        if let length = type.length {
            set("__len") { state, thread in
                let object = try Self.argument(Object.self, state, thread, 1)
                return try length(object).write(to: Stack(state: state, thread: thread))
            }
        }
        if let pairs = type.pairs {
            set("__pairs") { state, thread in
                let object = try Self.argument(Object.self, state, thread, 1)
                return try Results(try pairs(object)).write(to: Stack(state: state, thread: thread))
            }
        }
        if let equals = type.equals {
            set("__eq") { state, thread in
                let stack = Stack(state: state, thread: thread)
                let left = try Object.read(Slot(state: state, thread: thread, index: 1))
                let right = try Object.read(Slot(state: state, thread: thread, index: 2))
                guard let left, let right else { return try false.write(to: stack) }
                return try equals(left, right).write(to: stack)
            }
        }
        if let call = type.call {
            set("__call") { state, thread in
                let object = try Self.argument(Object.self, state, thread, 1)
                let rest = try Rest<Value>.read(Slot(state: state, thread: thread, index: 2))
                let results = try call(object, rest?.values ?? [])
                return try Results(results).write(to: Stack(state: state, thread: thread))
            }
        }
    }

    private static func argument<Object: HostObject>(
        _ type: Object.Type, _ state: State, _ thread: OpaquePointer, _ index: Int32
    ) throws -> Object {
        guard let object = try Object.read(Slot(state: state, thread: thread, index: index)) else {
            throw ScriptError("expected a \(type.luaType)")
        }
        return object
    }

    static func unknownField(_ key: Value, of typeName: String, among known: [String]) -> ScriptError {
        guard case .string(let name) = key else {
            return ScriptError("\(withArticle(typeName)) has no such field; fields are named by text")
        }
        let suggestion = Suggestion.phrase(for: name.description, among: known)
        return ScriptError("\(withArticle(typeName)) has no field '\(name)'" + suggestion)
    }

    /// The type of an object. A class that was not registered gets one without members.
    func objectType(of object: any HostObject) -> OpaquePointer? {
        let identity = ObjectIdentifier(Swift.type(of: object))
        if let type = objectTypes[identity] { return type }
        guard let pointer else { return nil }
        let type: OpaquePointer? = clua_define_object(pointer, Swift.type(of: object).luaType)
        objectTypes[identity] = type
        return type
    }

    func setMembers(
        of type: OpaquePointer, on pointer: OpaquePointer, methods: [Function], properties: [Property]
    ) {
        for method in methods {
            setMember(of: type, on: pointer, CLUA_METHOD, method.name, taking: method.parameters, method.body)
        }
        for property in properties {
            setMember(of: type, on: pointer, CLUA_PROPERTY, property.name, property.body)
        }
    }

    func setMember(
        of type: OpaquePointer, on pointer: OpaquePointer, _ kind: clua_member_kind, _ name: String,
        taking parameters: [ParameterDescription] = [],
        _ body: @escaping (State, OpaquePointer) throws -> Int32
    ) {
        pushFunction(name, taking: parameters, on: pointer, body)
        clua_set_member(pointer, type, kind, name)
    }
}
