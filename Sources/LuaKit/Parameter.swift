/// A parameter of a host function. A class, so that a call hands it on as one pointer.
public final class Parameter<Argument: LuaReadable> {
    public let description: ParameterDescription
    /// Made where the type is known, so that reading an argument costs one call. What must be given is read by a function
    /// that holds nothing, as references to what one holds are counted at each call.
    @usableFromInline let read: (inout ArgumentReader) throws -> Argument

    /// A parameter that must be given, unless its type is optional or ``Rest``.
    ///
    /// - Parameter type: what is written of its type, where the body takes any value and looks at it itself.
    @inlinable public init(_ name: String, _ documentation: String, type: TypeExpression? = nil) {
        description = ParameterDescription(
            name: name, type: type ?? Argument.luaTypeExpression, documentation: documentation,
            isOptional: Argument.luaAcceptsNil, isVariadic: Argument.luaIsVariadic, defaultText: nil)
        read = { try $0.next() }
    }

    /// A parameter that may be left out.
    @inlinable public init(_ name: String, _ documentation: String, default value: Argument) {
        description = ParameterDescription(
            name: name, type: Argument.luaTypeExpression, documentation: documentation, isOptional: true,
            isVariadic: false, defaultText: (value as? String).map { "\"\($0)\"" } ?? "\(value)")
        read = { arguments in
            if arguments.skipsNil() { return value }
            return try arguments.next()
        }
    }
}

/// What reference pages and editor stubs say of a parameter.
public struct ParameterDescription: Hashable, Sendable {
    public let name: String
    public let type: TypeExpression
    public let documentation: String
    public let isOptional: Bool
    public let isVariadic: Bool
    /// The default as an author would write it.
    public let defaultText: String?

    @usableFromInline init(
        name: String, type: TypeExpression, documentation: String, isOptional: Bool, isVariadic: Bool,
        defaultText: String?
    ) {
        self.name = name
        self.type = type
        self.documentation = documentation
        self.isOptional = isOptional
        self.isVariadic = isVariadic
        self.defaultText = defaultText
    }
}

/// What reference pages and editor stubs say of a result.
public struct ResultDescription: Hashable, Sendable {
    public let type: TypeExpression
    public let documentation: String
    public let isOptional: Bool
}
