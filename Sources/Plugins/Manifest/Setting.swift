import Community

/// A value of a plugin that admins choose, declared in its manifest.
public struct Setting: Sendable, Hashable {
    public let name: String
    /// With its choices and bounds.
    public let type: FieldType
    /// The value until somebody chooses one; null for none.
    public let defaultValue: FieldValue
    public let title: LocalizedText
    public let description: LocalizedText

    public init(
        name: String, type: FieldType, default defaultValue: FieldValue = .null, title: LocalizedText = [:],
        description: LocalizedText = [:]
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.title = title
        self.description = description
    }
}
