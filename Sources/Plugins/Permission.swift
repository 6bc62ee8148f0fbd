import Community
import Spelling

/// One thing that a plugin may do, as it is asked for, granted and named in messages: `read action_items`,
/// `read members.personal`, `propose action_items`, `message`.
public enum Permission: Sendable, Hashable {
    /// The records of an entity, by its plural; `members.personal` is their personal data.
    case read(String)
    /// Changes to the records of an entity, by its plural, which people still have to accept.
    case propose(String)
    /// Messages to people.
    case message

    /// - Throws: when the text is no permission, saying which are near.
    public init(_ text: String, schema: Schema = .standard) throws(PermissionError) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("message", 1): self = .message
        case ("read", 2):
            try Self.check(words[1], among: Self.readable(schema), "read")
            self = .read(words[1])
        case ("propose", 2):
            try Self.check(words[1], among: Self.proposable(schema), "propose")
            self = .propose(words[1])
        default:
            throw PermissionError(
                "'\(text)' is not a permission; there are 'read ENTITY', 'propose ENTITY' and 'message', "
                    + "for instance 'read action_items'")
        }
    }

    /// What a plugin can ask to read: each entity, and the personal data of those that have some.
    public static func readable(_ schema: Schema) -> [String] {
        schema.entities.flatMap { entity in
            entity.fields.contains { $0.sensitivity == .personal && $0.type.isStored }
                ? [entity.plural, "\(entity.plural).personal"] : [entity.plural]
        }
    }

    public static func proposable(_ schema: Schema) -> [String] { schema.entities.map(\.plural) }

    static func check(_ name: String, among names: [String], _ verb: String) throws(PermissionError) {
        guard !names.contains(name) else { return }
        let suggestion = Suggestion.phrase(for: name, among: names)
        throw PermissionError(
            "there is no '\(name)' to \(verb)"
                + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion))
    }

    /// What it means, for the admin who is asked: `read the records of action_items`.
    public var sentence: String {
        switch self {
        case .read(let name) where name.hasSuffix(".personal"):
            "read personal data of \(name.dropLast(".personal".count)): e-mail addresses, telephone numbers"
        case .read(let name): "read \(name.replacing("_", with: " "))"
        case .propose(let name): "propose changes to \(name.replacing("_", with: " "))"
        case .message: "write messages to people"
        }
    }
}

extension Permission: Comparable, CustomStringConvertible {
    public var description: String {
        switch self {
        case .read(let name): "read \(name)"
        case .propose(let name): "propose \(name)"
        case .message: "message"
        }
    }

    /// First what is read, then what is proposed, then messages; each in alphabetical order.
    public static func < (left: Permission, right: Permission) -> Bool {
        (left.rank, left.description) < (right.rank, right.description)
    }

    private var rank: Int {
        switch self {
        case .read: 0
        case .propose: 1
        case .message: 2
        }
    }
}

/// A text that is no permission; says what was expected.
public struct PermissionError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
