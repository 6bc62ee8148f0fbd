import Community
import Plugins

/// What a run of a plugin's file needs of it, and no more.
public struct UsablePlugin: Sendable, Hashable {
    public let manifest: Manifest
    /// That of its package.
    public let hash: String
    /// Its Lua files, by path.
    public let files: [String: [UInt8]]
    /// The files in `lib` of the plugins that it depends on, directly or not, by plugin and path.
    public let libraries: [String: [String: [UInt8]]]
    /// The versions of those plugins.
    public let dependencies: [String: String]
    /// The settings in force for the viewer, by name; null where there is no value.
    public let settings: [String: FieldValue]
    public let granted: Permissions
}
