/// A parameter of a host function.
public struct Parameter<Argument: LuaReadable> {
    public let name: String
    public let documentation: String
    public let defaultValue: Argument?
    let defaultText: String?

    /// A parameter that must be given, unless its type is optional or ``Rest``.
    public init(_ name: String, _ documentation: String) {
        self.name = name
        self.documentation = documentation
        defaultValue = nil
        defaultText = nil
    }

    /// A parameter that may be left out.
    public init(_ name: String, _ documentation: String, default value: Argument) {
        self.name = name
        self.documentation = documentation
        defaultValue = value
        defaultText = (value as? String).map { "\"\($0)\"" } ?? "\(value)"
    }

    var description: ParameterDescription {
        ParameterDescription(
            name: name, typeName: Argument.luaType, documentation: documentation,
            isOptional: defaultText != nil || Argument.luaAcceptsNil, isVariadic: Argument.luaIsVariadic,
            defaultText: defaultText)
    }
}

/// What reference pages and editor stubs say of a parameter.
public struct ParameterDescription: Hashable, Sendable {
    public let name: String
    public let typeName: String
    public let documentation: String
    public let isOptional: Bool
    public let isVariadic: Bool
    /// The default as an author would write it.
    public let defaultText: String?
}

/// What reference pages and editor stubs say of a result.
public struct ResultDescription: Hashable, Sendable {
    public let typeName: String
    public let documentation: String
    public let isOptional: Bool
}
