import Community
import Plugins

/// A plugin that a community has, as lists and admins see it. One that is damaged is told of like any other.
public struct InstalledPlugin: Sendable, Hashable {
    public let id: String
    /// As its manifest said when it was installed.
    public let version: String
    /// That of its package.
    public let hash: String
    /// The folder or archive that it came from.
    public let origin: String
    /// When and by whom this version was put in its place.
    public let at: Instant
    public let by: String
    /// nil when it is damaged.
    public let manifest: Manifest?
    /// Why it cannot be used, if so: a file is missing or is another one, a later version of the API.
    public let damage: String?
    public let granted: Permissions
    public let scope: PluginScope
    /// Whether updates are refused.
    public let isPinned: Bool
    /// Why it was switched off, if it was: in a sentence.
    public let stopped: String?
    public let contributions: [InstalledContribution]
    /// The version that it took the place of, to which it can be rolled back.
    public let former: String?

    /// Whether anybody can run it.
    public var isOn: Bool { stopped == nil && damage == nil && scope != .nobody }
}

/// A contribution of an installed plugin, as it was described when it was installed.
public struct InstalledContribution: Sendable, Hashable {
    public let plugin: String
    public let contribution: Contribution
    /// JSON, as its maker wrote it; nil when the file could not be loaded.
    public let description: [UInt8]?
    /// Why the file could not be loaded.
    public let problem: String?

    public init(plugin: String, contribution: Contribution, description: [UInt8]?, problem: String? = nil) {
        self.plugin = plugin
        self.contribution = contribution
        self.description = description
        self.problem = problem
    }
}
