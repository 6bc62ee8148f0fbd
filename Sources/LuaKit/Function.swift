import CLua

/// A host function, declared once: name, documentation, typed parameters, result, examples and body.
///
/// The binding, the messages about bad arguments, the reference and the editor stubs all derive from it.
/// ```swift
/// Function(
///     "slug", "Makes an identifier out of text.",
///     Parameter<String>("text", "What to make it of."),
///     returns: "Lower-case letters, digits and hyphens.",
///     example: #"slug "Hello, world" --> "hello-world""#
/// ) { text in … }
/// ```
/// A body that throws ``ScriptError`` raises its message at the script's line; a ``LuaError`` (of a call
/// back into the script) goes on as it was; any other error raises its description, and is kept as
/// ``LuaError/underlying``.
public struct Function {
    public let name: String
    public let documentation: String
    public let parameters: [ParameterDescription]
    /// nil when the function returns nothing.
    public let result: ResultDescription?
    public let examples: [String]
    /// The type that this is a method of, called with `:`.
    public let receiver: String?

    let body: (State, OpaquePointer) throws -> Int32

    /// A function of its arguments.
    @inlinable public init<each Argument: LuaReadable, Result: LuaWritable>(
        _ name: String, _ documentation: String, _ parameter: repeat Parameter<each Argument>,
        returns: String, example: String..., body: @escaping (repeat each Argument) throws -> Result
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(
            name, documentation, parameters, Self.describe(Result.self, returns), example, receiver: nil
        ) { state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            let result = try body(repeat (each parameter).read(&arguments))
            return try result.write(to: Stack(state: state, thread: thread))
        }
    }

    /// A function that returns nothing.
    @inlinable public init<each Argument: LuaReadable>(
        _ name: String, _ documentation: String, _ parameter: repeat Parameter<each Argument>,
        example: String..., body: @escaping (repeat each Argument) throws -> Void
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(name, documentation, parameters, nil, example, receiver: nil) { state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            try body(repeat (each parameter).read(&arguments))
            return 0
        }
    }

    /// A function that needs the state, to call or to read what it was given.
    @inlinable public init<each Argument: LuaReadable, Result: LuaWritable>(
        _ name: String, _ documentation: String, _ parameter: repeat Parameter<each Argument>,
        returns: String, example: String...,
        calling body: @escaping (State, repeat each Argument) throws -> Result
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(
            name, documentation, parameters, Self.describe(Result.self, returns), example, receiver: nil
        ) { state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            let result = try body(state, repeat (each parameter).read(&arguments))
            return try result.write(to: Stack(state: state, thread: thread))
        }
    }

    /// A function that needs the state and returns nothing.
    @inlinable public init<each Argument: LuaReadable>(
        _ name: String, _ documentation: String, _ parameter: repeat Parameter<each Argument>,
        example: String..., calling body: @escaping (State, repeat each Argument) throws -> Void
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(name, documentation, parameters, nil, example, receiver: nil) { state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            try body(state, repeat (each parameter).read(&arguments))
            return 0
        }
    }

    /// A method: a function whose first argument is the value before the colon.
    @inlinable public init<Receiver: LuaReadable, each Argument: LuaReadable, Result: LuaWritable>(
        _ name: String, of receiver: Receiver.Type, _ documentation: String,
        _ parameter: repeat Parameter<each Argument>, returns: String, example: String...,
        body: @escaping (Receiver, repeat each Argument) throws -> Result
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(
            name, documentation, parameters, Self.describe(Result.self, returns), example,
            receiver: Receiver.luaType
        ) { state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            let receiver: Receiver = try arguments.receiver()
            let result = try body(receiver, repeat (each parameter).read(&arguments))
            return try result.write(to: Stack(state: state, thread: thread))
        }
    }

    /// A method that returns nothing.
    @inlinable public init<Receiver: LuaReadable, each Argument: LuaReadable>(
        _ name: String, of receiver: Receiver.Type, _ documentation: String,
        _ parameter: repeat Parameter<each Argument>, example: String...,
        body: @escaping (Receiver, repeat each Argument) throws -> Void
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(name, documentation, parameters, nil, example, receiver: Receiver.luaType) {
            state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            let receiver: Receiver = try arguments.receiver()
            try body(receiver, repeat (each parameter).read(&arguments))
            return 0
        }
    }

    /// A method that needs the state.
    @inlinable public init<Receiver: LuaReadable, each Argument: LuaReadable, Result: LuaWritable>(
        _ name: String, of receiver: Receiver.Type, _ documentation: String,
        _ parameter: repeat Parameter<each Argument>, returns: String, example: String...,
        calling body: @escaping (State, Receiver, repeat each Argument) throws -> Result
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(
            name, documentation, parameters, Self.describe(Result.self, returns), example,
            receiver: Receiver.luaType
        ) { state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            let receiver: Receiver = try arguments.receiver()
            let result = try body(state, receiver, repeat (each parameter).read(&arguments))
            return try result.write(to: Stack(state: state, thread: thread))
        }
    }

    /// A method that needs the state and returns nothing.
    @inlinable public init<Receiver: LuaReadable, each Argument: LuaReadable>(
        _ name: String, of receiver: Receiver.Type, _ documentation: String,
        _ parameter: repeat Parameter<each Argument>, example: String...,
        calling body: @escaping (State, Receiver, repeat each Argument) throws -> Void
    ) {
        var parameters: [ParameterDescription] = []
        repeat parameters.append((each parameter).description)
        self.init(name, documentation, parameters, nil, example, receiver: Receiver.luaType) {
            state, thread in
            var arguments = ArgumentReader(state: state, thread: thread)
            let receiver: Receiver = try arguments.receiver()
            try body(state, receiver, repeat (each parameter).read(&arguments))
            return 0
        }
    }

    @usableFromInline init(
        _ name: String, _ documentation: String, _ parameters: [ParameterDescription],
        _ result: ResultDescription?, _ examples: [String], receiver: String?,
        body: @escaping (State, OpaquePointer) throws -> Int32
    ) {
        self.name = name
        self.documentation = documentation
        self.parameters = parameters
        self.result = result
        self.examples = examples
        self.receiver = receiver
        self.body = body
    }

    @usableFromInline static func describe<Result: LuaWritable>(
        _ type: Result.Type, _ documentation: String
    ) -> ResultDescription {
        ResultDescription(
            type: type.luaTypeExpression, documentation: documentation, isOptional: type.luaAcceptsNil)
    }
}
