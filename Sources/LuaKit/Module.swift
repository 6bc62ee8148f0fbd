/// Functions and constants that scripts find under one name.
public struct Module {
    /// nil when they are globals.
    public let name: String?
    public let documentation: String
    public let functions: [Function]
    public let constants: [Constant]

    public init(
        _ name: String?, _ documentation: String, functions: [Function] = [], constants: [Constant] = []
    ) {
        self.name = name
        self.documentation = documentation
        self.functions = functions
        self.constants = constants
    }

    public struct Constant {
        public let name: String
        public let documentation: String
        public let type: TypeExpression
        public let value: Value

        public init(_ name: String, _ documentation: String, type: TypeExpression, _ value: Value) {
            self.name = name
            self.documentation = documentation
            self.type = type
            self.value = value
        }
    }
}
