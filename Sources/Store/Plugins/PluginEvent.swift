import Community

/// Something that was done to a plugin, or that happened to it.
public struct PluginEvent: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable {
        case install, update, rollback, remove, purge, grant, revoke, enable, disable, setting, pin, unpin
        /// By itself, after failures: a note to admins.
        case stop
    }

    public let plugin: String
    public let action: Action
    public let at: Instant
    /// A member's identifier, or `operator`; of a stop, for whom the last failing run was.
    public let by: String
    public let version: String
    /// What was granted, set, enabled; why it was stopped.
    public let details: String
    /// The key of the organization for whose people alone it was switched on or off, or set. There may be no such
    /// organization any more.
    public let organization: Int64?
}
