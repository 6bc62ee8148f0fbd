/// A table with named values, as a host function takes one. The names that are accepted, the reference and the
/// editor stubs all derive from this declaration.
/// ```swift
/// static let options = Options(
///     "report options", "What a report is and does.",
///     Option("title", .string, "What it is called."),
///     Option("run", .function([], returns: .any), "Makes the report.", required: true))
/// …
/// Parameter<Value>("options", "The report.", type: .options(options))
/// ```
public struct Options: Hashable, Sendable {
    /// What the reference and stubs call the table: `report options`.
    public let name: String
    public let documentation: String
    /// What stands in it without a name, in order.
    public let items: [Option]
    public let options: [Option]

    public init(_ name: String, _ documentation: String, items: [Option] = [], _ options: Option...) {
        self.init(name, documentation, items: items, options)
    }

    public init(_ name: String, _ documentation: String, items: [Option] = [], _ options: [Option]) {
        self.name = name
        self.documentation = documentation
        self.items = items
        self.options = options
    }

    public var names: [String] { options.map(\.name) }
}

/// One value of a table of ``Options``.
public struct Option: Hashable, Sendable {
    public let name: String
    public let type: TypeExpression
    public let documentation: String
    public let isRequired: Bool
    /// The default as an author would write it.
    public let defaultText: String?

    public init(
        _ name: String, _ type: TypeExpression, _ documentation: String, required: Bool = false,
        default defaultText: String? = nil
    ) {
        self.name = name
        self.type = type
        self.documentation = documentation
        isRequired = required
        self.defaultText = defaultText
    }
}
