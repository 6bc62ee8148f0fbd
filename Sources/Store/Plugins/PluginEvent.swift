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

    /// For whose people alone it was switched on or off, or set.
    public var organization: String? {
        switch action {
        case .enable, .disable: return details.isEmpty ? nil : details
        // `days=5 for jor`; a value may have the word in it.
        case .setting:
            let parts = details.split(separator: " for ")
            return parts.count > 1 ? parts.last.map(String.init) : nil
        default: return nil
        }
    }
}
