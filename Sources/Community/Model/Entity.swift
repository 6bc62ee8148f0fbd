/// A kind of record: organizations, members, sessions, …
public struct Entity: Sendable, Hashable {
    /// Singular, in snake case: `action_item`.
    public let name: String
    /// What a query of all of them is called: `action_items`.
    public let plural: String
    public let title: LocalizedText
    public let documentation: String
    /// In the order in which they are shown; the first is `id`.
    public let fields: [Field]
    /// The field that stands for the record where one value must: its title, its name.
    public let label: String
    /// The columns of a list when none are asked for.
    public let columns: [String]
    /// How made identifiers begin: `a` gives `a-k3f9…`.
    public let identifierPrefix: String

    public init(
        _ name: String, plural: String, _ title: LocalizedText, _ documentation: String, label: String,
        columns: [String], identifierPrefix: String, fields: [Field]
    ) {
        self.name = name
        self.plural = plural
        self.title = title
        self.documentation = documentation
        self.label = label
        self.columns = columns
        self.identifierPrefix = identifierPrefix
        let identifier = Field(
            "id", .identifier, ["en": "Identifier", "fr": "Identifiant", "ar": "المعرّف"],
            "What people type to name the record.", required: true)
        self.fields = [identifier] + fields
    }

    /// The same entity with more fields: the other sides of references, custom fields.
    public func adding(_ more: [Field]) -> Entity {
        Entity(self, fields: fields + more)
    }

    private init(_ entity: Entity, fields: [Field]) {
        name = entity.name
        plural = entity.plural
        title = entity.title
        documentation = entity.documentation
        label = entity.label
        columns = entity.columns
        identifierPrefix = entity.identifierPrefix
        self.fields = fields
    }

    public var storedFields: [Field] { fields.filter(\.type.isStored) }

    public func field(_ name: String) -> Field? {
        fields.first { $0.name == name }
    }
}
