/// A field of a record, or of a record that it refers to: `due`, `owners.name`.
public struct FieldPath: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let names: [String]

    public init(_ text: String) {
        names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public var description: String { names.joined(separator: ".") }
}
