import Community

/// What a plugin asks for, or was granted.
public struct Permissions: Sendable, Hashable {
    /// Entities that it may read, by their plurals, and `members.personal`.
    public var read: Set<String>
    /// Entities to which it may propose changes, by their plurals.
    public var propose: Set<String>
    /// Whether it may write to people.
    public var message: Bool

    public init(read: Set<String> = [], propose: Set<String> = [], message: Bool = false) {
        self.read = read
        self.propose = propose
        self.message = message
    }

    public init(_ permissions: some Sequence<Permission>) {
        self.init()
        for permission in permissions {
            switch permission {
            case .read(let name): read.insert(name)
            case .propose(let name): propose.insert(name)
            case .message: message = true
            }
        }
    }

    public static let none = Permissions()

    /// Everything that can be granted.
    public static func all(of schema: Schema) -> Permissions {
        Permissions(
            read: Set(Permission.readable(schema)), propose: Set(Permission.proposable(schema)), message: true
        )
    }

    /// Each of them, in order.
    public var list: [Permission] {
        (read.map(Permission.read) + propose.map(Permission.propose) + (message ? [.message] : [])).sorted()
    }

    /// `'read members', 'message'`.
    public var quoted: String { list.map { "'\($0)'" }.joined(separator: ", ") }

    public var isEmpty: Bool { self == .none }

    public func contains(_ permission: Permission) -> Bool {
        switch permission {
        case .read(let name): read.contains(name)
        case .propose(let name): propose.contains(name)
        case .message: message
        }
    }

    public func isSubset(of other: Permissions) -> Bool { subtracting(other).isEmpty }

    public func union(_ other: Permissions) -> Permissions {
        Permissions(
            read: read.union(other.read), propose: propose.union(other.propose),
            message: message || other.message)
    }

    public func intersection(_ other: Permissions) -> Permissions {
        Permissions(
            read: read.intersection(other.read), propose: propose.intersection(other.propose),
            message: message && other.message)
    }

    public func subtracting(_ other: Permissions) -> Permissions {
        Permissions(
            read: read.subtracting(other.read), propose: propose.subtracting(other.propose),
            message: message && !other.message)
    }
}
