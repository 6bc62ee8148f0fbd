import Community
import LuaKit

/// All that a script can name, as it is declared: what reference pages, editor stubs and linters are told. A value; no
/// community is opened to make one.
public struct APIReference: Sendable {
    /// The functions and constants, in the order in which they are explained.
    public let namespaces: [Namespace]
    /// The types of values but records.
    public let types: [ValueType]
    /// The tables that functions take, each once.
    public let options: [Options]
    /// Types that are no more than a name for others.
    public let aliases: [Alias]
    /// The types of records.
    public let schema: Schema
    /// What records of every entity have besides their fields.
    public let recordMethods: [FunctionEntry]

    public struct Namespace: Sendable {
        /// nil when they are globals.
        public let name: String?
        public let documentation: String
        public let functions: [FunctionEntry]
        public let constants: [NamedValue]
    }

    public struct FunctionEntry: Sendable {
        public let name: String
        public let documentation: String
        public let parameters: [ParameterDescription]
        /// nil when the function returns nothing.
        public let result: ResultDescription?
        public let examples: [String]
        /// The type that this is a method of.
        public let receiver: String?
    }

    public struct NamedValue: Sendable {
        public let name: String
        public let documentation: String
        public let type: TypeExpression
        /// Whether it may be nil.
        public let isOptional: Bool
    }

    public struct ValueType: Sendable {
        public let name: String
        public let documentation: String
        public let methods: [FunctionEntry]
        public let properties: [NamedValue]
        public let operations: [ScalarType.Operation]
        /// What it holds by the numbers 1, 2, 3 …
        public let items: TypeExpression?
    }

    public struct Alias: Sendable {
        public let name: String
        public let documentation: String
        public let type: TypeExpression
    }

    /// The API of communities with these entities.
    public init(schema: Schema = .standard) throws {
        let session = try Session(declaring: schema)
        namespaces = try session.modules.map(Namespace.init)
        let types = session.types
        self.types = types.filter { !($0 is RecordType) }.map(ValueType.init)
        recordMethods = types.first { $0 is RecordType }?.methods.map(FunctionEntry.init) ?? []
        self.schema = schema
        aliases = [
            Alias(
                name: "texts",
                documentation: "A text, taken for every language, or texts by language: "
                    + "`{ en = \"…\", fr = \"…\", ar = \"…\" }`.",
                type: .either([.string, .table(of: .string)])),
            Alias(
                name: "field",
                documentation: "The name of a field of the records at hand, or a path over references: "
                    + "`owners.country`.",
                type: .string),
            Alias(
                name: "entity", documentation: "The name of an entity.",
                type: .choice(schema.entities.map(\.name))),
        ]
        let functions = namespaces.flatMap(\.functions) + self.types.flatMap(\.methods) + recordMethods
        options = Self.options(in: functions.flatMap(\.expressions))
    }

    /// All functions and methods.
    public var functions: [FunctionEntry] {
        namespaces.flatMap(\.functions) + types.flatMap(\.methods) + recordMethods
    }

    private static func options(in expressions: [TypeExpression]) -> [Options] {
        var seen: Set<Options> = []
        return expressions.flatMap(\.parts).compactMap { part in
            guard case .options(let options) = part, seen.insert(options).inserted else { return nil }
            return options
        }
    }
}
