/// How reference pages and editor stubs write the type of a value.
///
/// It says more than ``LuaTyped/luaType``, the one or two words that messages have for a type: which texts are
/// meant, what a function is called with.
public indirect enum TypeExpression: Hashable, Sendable {
    /// A type of Lua's or of the host's: `string`, `date`, `any`.
    case named(String)
    /// A table of items 1, 2, 3 …
    case list(of: TypeExpression)
    /// A table of values by name.
    case table(of: TypeExpression)
    case either([TypeExpression])
    /// One of these texts.
    case choice([String])
    /// A function of the script's.
    case function([Argument], returns: TypeExpression?)
    /// A table with these names.
    case options(Options)

    /// What a function of the script's is called with.
    public struct Argument: Hashable, Sendable {
        public let name: String
        public let type: TypeExpression

        public init(_ name: String, _ type: TypeExpression) {
            self.name = name
            self.type = type
        }
    }

    public static let any = TypeExpression.named("any")
    public static let boolean = TypeExpression.named("boolean")
    public static let integer = TypeExpression.named("integer")
    public static let number = TypeExpression.named("number")
    public static let string = TypeExpression.named("string")

    /// As a sentence has it: `list of string`, `"start", "center" or "end"`.
    public var text: String {
        switch self {
        case .named(let name): name
        case .list(let element): "list of \(element.text)"
        case .table(let value): "table of \(value.text) by name"
        case .either(let types): Self.alternatives(types.map(\.text))
        case .choice(let names): Self.alternatives(names.map { "\"\($0)\"" })
        case .function(let arguments, _): "function(\(arguments.map(\.name).joined(separator: ", ")))"
        case .options(let options): options.name
        }
    }

    private static func alternatives(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    /// This type and all that it is made of, outermost first.
    public var parts: [TypeExpression] {
        switch self {
        case .named, .choice: [self]
        case .list(let inner), .table(let inner): [self] + inner.parts
        case .either(let types): [self] + types.flatMap(\.parts)
        case .function(let arguments, let result):
            [self] + arguments.flatMap(\.type.parts) + (result?.parts ?? [])
        case .options(let options):
            [self] + (options.items + options.options).flatMap(\.type.parts)
        }
    }

    /// The same with other types in place of some named ones.
    public func replacing(_ names: [String: TypeExpression]) -> TypeExpression {
        switch self {
        case .named(let name): names[name] ?? self
        case .list(let element): .list(of: element.replacing(names))
        case .table(let value): .table(of: value.replacing(names))
        case .either(let types): .either(types.map { $0.replacing(names) })
        case .choice, .options: self
        case .function(let arguments, let result):
            .function(
                arguments.map { Argument($0.name, $0.type.replacing(names)) },
                returns: result?.replacing(names))
        }
    }
}
