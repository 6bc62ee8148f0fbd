import Community

/// The receipt of a run, as it is kept: what lists show, and the rest as its maker wrote it.
public struct RunRecord: Sendable, Hashable {
    /// The identifier by which it is shown and replayed.
    public let id: String
    public let at: Instant
    /// A member's identifier, or `operator`.
    public let viewer: String
    /// The name of the file or contribution.
    public let script: String
    /// The hash of the script's text, under which it is kept.
    public let source: String
    /// The number of the last commit that the run saw.
    public let commit: Int64
    /// In a word or a few: `done`, `error`, `stopped: time`.
    public let outcome: String
    /// Everything else: JSON.
    public let details: [UInt8]
    /// Of a plugin's file.
    public let plugin: PluginRun?

    public init(
        id: String, at: Instant, viewer: String, script: String, source: String, commit: Int64,
        outcome: String, details: [UInt8], plugin: PluginRun? = nil
    ) {
        self.id = id
        self.at = at
        self.viewer = viewer
        self.script = script
        self.source = source
        self.commit = commit
        self.outcome = outcome
        self.details = details
        self.plugin = plugin
    }
}
