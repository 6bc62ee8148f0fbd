import Community
import Scripting

/// What a run had from the plugin that its file is a part of: enough to find the files again, and the rest.
public struct PluginReceipt: Sendable, Hashable, Codable {
    public var id: String
    public var version: String
    /// SHA-256 of the plugin's package.
    public var hash: String
    /// The versions of the plugins that it depends on.
    public var dependencies: [String: String]
    /// What it was granted, and how it was set, when it ran.
    public var grants: Grants
    public var settings: [String: FieldValue]

    public init(_ plugin: PluginContext) {
        id = plugin.id
        version = plugin.version
        hash = plugin.hash
        dependencies = plugin.dependencies
        grants = plugin.grants
        settings = plugin.settings
    }
}
