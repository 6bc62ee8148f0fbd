/// A deep copy of a Lua value, independent of its state.
public enum Tree: Hashable, Sendable {
    case `nil`
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(LuaString)
    case light(Light)
    case table(Table)

    /// A table: its items 1, 2, 3 … up to the first hole, and all its other fields.
    public struct Table: Hashable, Sendable {
        public var items: [Tree]
        /// In the order of `pairs`.
        public var fields: [Field]

        public init(items: [Tree] = [], fields: [Field] = []) {
            self.items = items
            self.fields = fields
        }

        /// The value of a field with this name.
        public subscript(name: String) -> Tree? {
            let key = Tree.string(LuaString(name))
            return fields.first { $0.key == key }?.value
        }
    }

    public struct Field: Hashable, Sendable {
        public var key: Tree
        public var value: Tree

        public init(key: Tree, value: Tree) {
            self.key = key
            self.value = value
        }
    }
}

extension Tree: CustomStringConvertible {
    /// As Lua would write it.
    public var description: String {
        switch self {
        case .nil: return "nil"
        case .boolean(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .number(let value): return String(value)
        case .string(let value):
            let text = value.description
                .split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
                .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
                .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
            return "\"\(text)\""
        case .light(let value): return "light(\(value.tag), \(value.payload))"
        case .table(let table):
            let items = table.items.map(\.description)
            let fields = table.fields.map { "\(Self.key($0.key)) = \($0.value)" }
            let all = items + fields
            return all.isEmpty ? "{}" : "{ \(all.joined(separator: ", ")) }"
        }
    }

    private static func key(_ key: Tree) -> String {
        if case .string(let name) = key, let text = name.text, Identifier.isValid(text) { return text }
        return "[\(key)]"
    }
}
