/// Why something is not a plugin that can be used: every mistake that was found, each a sentence.
public struct PluginError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// There is no such folder or file.
        case missing
        case unreadable
        /// It is there, and is wrong.
        case wrong
    }

    public let kind: Kind
    /// What it is about: a folder, an archive, a manifest.
    public let subject: String
    public let mistakes: [String]

    public init(_ kind: Kind, _ subject: String, _ mistakes: [String]) {
        self.kind = kind
        self.subject = subject
        self.mistakes = mistakes
    }

    public var description: String {
        mistakes.count == 1
            ? "\(subject): \(mistakes[0])"
            : (["\(subject) has \(mistakes.count) mistakes:"] + mistakes.map { "  \($0)" })
                .joined(separator: "\n")
    }
}
