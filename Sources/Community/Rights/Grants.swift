/// What a plugin may read of the community, besides what its viewer may: the entities and personal fields that
/// an admin has granted it. What it was not granted is an error, whether or not there are any records.
public struct Grants: Sendable, Hashable, Codable {
    /// Who decides about them, whom a message tells what to do.
    public enum Authority: Sendable, Hashable, Codable {
        /// An admin, who has installed the plugin.
        case admin
        /// The plugin's author, whose manifest asks: nothing has been installed.
        case author
    }

    /// The plugin's identifier.
    public var plugin: String
    /// Entities by their plurals, and `members.personal`.
    public var read: Set<String>
    public var authority: Authority

    public init(plugin: String, read: Set<String>, authority: Authority = .admin) {
        self.plugin = plugin
        self.read = read
        self.authority = authority
    }

    /// What has to be granted for reading an entity.
    public static func name(of entity: Entity) -> String { entity.plural }

    /// What has to be granted besides for reading a field; nil when nothing has.
    public static func name(of field: Field, in entity: Entity) -> String? {
        field.sensitivity == .personal && field.type.isStored ? "\(entity.plural).personal" : nil
    }

    public func allows(_ entity: Entity) -> Bool { read.contains(Self.name(of: entity)) }

    /// Whether the field of an entity that may be read is granted as well, and what it leads to.
    public func allows(_ field: Field, of entity: Entity, in schema: Schema) -> Bool {
        if let name = Self.name(of: field, in: entity), !read.contains(name) { return false }
        return field.type.target.flatMap { try? schema.entity($0) }.map(allows) ?? true
    }

    /// What to tell whoever runs the plugin.
    public func refusal(of name: String) -> String {
        switch authority {
        case .admin:
            "\(plugin) has not been granted 'read \(name)'; an admin can grant it: halqa plugin grant \(plugin) "
                + "'read \(name)'"
        case .author:
            "\(plugin) does not ask for 'read \(name)'; add \"\(name)\" to `read` in [needs] of plugin.toml"
        }
    }
}
