/// A field that a plugin adds to an entity.
public struct CustomField: Sendable, Hashable {
    /// The plugin's identifier.
    public let plugin: String
    /// The entity's name, singular.
    public let entity: String
    /// Its name is `x.<plugin>.<name>`.
    public let field: Field

    public init(plugin: String, entity: String, field: Field) {
        self.plugin = plugin
        self.entity = entity
        self.field = field
    }
}
