import Community

/// A commit as the audit log tells of it.
public struct LoggedCommit: Sendable, Hashable {
    public let number: Int64
    /// A member's identifier, or `operator`; with the command, and the plugin that proposed it, if one did.
    public let origin: ChangeSet.Origin
    /// The commit that it takes back, if it does.
    public let undone: Int64?
    /// Warnings of rules that were gone past.
    public let accepted: [ChangeSet.Warning]
    /// How many records it changed, of those that the viewer may know of.
    public let records: Int
}

/// Which commits.
public struct LogQuery: Sendable, Hashable {
    /// Only those that changed a record of this entity.
    public var entity: Entity?
    /// Only those that changed the record of this identifier; of its entity.
    public var record: String?
    public var by: String?
    /// The identifier of the plugin that proposed them.
    public var plugin: String?
    /// Not before, and before.
    public var since: Instant?
    public var until: Instant?
    public var limit: Int

    public init(limit: Int = 100) {
        self.limit = limit
    }
}
