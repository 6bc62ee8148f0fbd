/// Changes that are made together or not at all: the only way to write.
public struct ChangeSet: Sendable, Hashable {
    public var changes: [Change]
    public var origin: Origin

    public init(_ changes: [Change], origin: Origin) {
        self.changes = changes
        self.origin = origin
    }

    /// Where a change set comes from.
    public struct Origin: Sendable, Hashable {
        /// A member's identifier, or `operator`.
        public var by: String
        /// The command that made it: `init`, `restore`.
        public var command: String
        /// When, by the host's clock.
        public var at: Instant

        public init(by: String, command: String, at: Instant) {
            self.by = by
            self.command = command
            self.at = at
        }
    }
}

/// A change of one record. Fields that are not named stay, or take their defaults in a new record.
public enum Change: Sendable, Hashable {
    /// `id` nil: one is made.
    case create(entity: String, id: String?, fields: [String: FieldValue])
    /// `base`: the number of the commit that last changed the record, as the author of the change saw it.
    case update(entity: String, id: String, base: Int64?, fields: [String: FieldValue])
    case delete(entity: String, id: String)

    public var entity: String {
        switch self {
        case .create(let entity, _, _), .update(let entity, _, _, _), .delete(let entity, _): entity
        }
    }
}
