/// What a run of a plugin's contribution says of the plugin's health.
public struct PluginRun: Sendable, Hashable {
    public enum Verdict: String, Sendable, Hashable {
        case done
        /// The script raised an error, was stopped at a limit, or brought its worker down.
        case failed
        /// It ended for a reason that is not the script's: wrong parameters, a full disk.
        case other
    }

    public let plugin: String
    public let version: String
    /// That of its package.
    public let hash: String
    public let verdict: Verdict
    /// Wall milliseconds.
    public let elapsed: Int
    /// Most bytes of the Lua heap at one time.
    public let memory: Int
    /// Of a failure.
    public let message: String?

    public init(
        plugin: String, version: String, hash: String, verdict: Verdict, elapsed: Int, memory: Int,
        message: String? = nil
    ) {
        self.plugin = plugin
        self.version = version
        self.hash = hash
        self.verdict = verdict
        self.elapsed = elapsed
        self.memory = memory
        self.message = message
    }
}
