import Community

/// What a plugin is and what it asks for: its `plugin.toml`.
public struct Manifest: Sendable, Hashable {
    /// A Lua identifier, in lower case.
    public let id: String
    public let name: LocalizedText
    public let description: LocalizedText
    public let version: Version
    /// The version of the Lua API that it is written for.
    public let api: Int
    public let license: String?
    public let authors: [String]
    /// What an admin is asked to grant.
    public let needs: Permissions
    /// The plugins whose `lib` it uses.
    public let depends: [String: VersionRange]
    /// In alphabetical order of their names.
    public let settings: [Setting]
    public let fields: [CustomField]

    /// The file's name in a plugin's folder.
    public static let fileName = "plugin.toml"
    /// The version of the Lua API that this Halqa has.
    public static let currentAPI = 1

    public func setting(_ name: String) -> Setting? { settings.first { $0.name == name } }
}
