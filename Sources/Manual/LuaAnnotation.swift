import LuaKit

/// Types in the notation of the Lua Language Server, https://luals.github.io/wiki/annotations.
enum LuaAnnotation {
    private static let builtIn: Set<String> = [
        "any", "boolean", "function", "integer", "nil", "number", "string", "table",
    ]

    /// The name of a class: `halqa.local_time`.
    static func name(_ name: String) -> String {
        builtIn.contains(name)
            ? name : "halqa." + name.lowercased().replacing(" ", with: "_").replacing(".", with: "_")
    }

    static func text(_ type: TypeExpression) -> String {
        switch type {
        case .named(let name): self.name(name)
        case .list(let element): enclosed(element) + "[]"
        case .table(let value): "table<string, \(text(value))>"
        case .either(let types): types.map(enclosed).joined(separator: "|")
        case .choice(let names): names.map { "\"\($0)\"" }.joined(separator: "|")
        case .function(let arguments, let result):
            function(arguments.map { "\($0.name): \(text($0.type))" }, result.map(text))
        case .options(let options): name(options.name)
        }
    }

    static func function(_ arguments: [String], _ result: String?) -> String {
        "fun(\(arguments.joined(separator: ", ")))" + (result.map { ": \($0)" } ?? "")
    }

    /// In parentheses where what follows would be taken for a part of it.
    private static func enclosed(_ type: TypeExpression) -> String {
        switch type {
        case .function, .either: "(\(text(type)))"
        case .choice(let names) where names.count > 1: "(\(text(type)))"
        default: text(type)
        }
    }

    /// Lines of a comment.
    static func comment(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "---\n" : "--- \($0)\n" }.joined()
    }
}
