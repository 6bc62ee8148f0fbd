/// Why a file cannot be read, or not further.
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        /// The system cannot read it.
        case unreadable
        /// It is something else than was expected.
        case wrongFormat
        /// It breaks its format's rules.
        case damaged
        /// It has nothing to read.
        case empty
        /// More than a limit allows.
        case tooLarge
        /// It was written while it was read.
        case changed
        /// It asks for a password.
        case encrypted
        /// It is well-formed and does not have what the options ask for.
        case missing
    }

    public let kind: Kind
    /// A sentence without the file's name: what is wrong, where, and what to do.
    public let description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
