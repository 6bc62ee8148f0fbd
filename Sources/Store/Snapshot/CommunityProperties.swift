import Community

/// What a community is as a whole.
public struct CommunityProperties: Sendable, Hashable {
    public let name: LocalizedText
    /// The language of texts that a reader's own has none of.
    public let language: String
    public let createdAt: Instant

    public init(name: LocalizedText, language: String, createdAt: Instant) {
        self.name = name
        self.language = language
        self.createdAt = createdAt
    }

    static func read(_ connection: OpaquePointer) throws(StoreError) -> CommunityProperties {
        let statement = try Statement(connection, "SELECT name, value FROM meta")
        var values: [String: String] = [:]
        while try statement.step() { values[statement.text(0)] = statement.text(1) }
        guard
            case .localized(let name) = values["name"].flatMap(JSONReader.value).flatMap(FieldType.localized),
            let language = values["language"], let createdAt = values["created_at"].flatMap(Instant.init)
        else { throw StoreError(.damaged, "the community's name, language or date is missing from its file") }
        return CommunityProperties(name: name, language: language, createdAt: createdAt)
    }

    func write(_ connection: OpaquePointer) throws(StoreError) {
        let statement = try Statement(connection, "INSERT INTO meta (name, value) VALUES (?, ?)")
        try statement.run([.text("name"), .json(JSONText(name))])
        try statement.run([.text("language"), .text(language)])
        try statement.run([.text("created_at"), .text(createdAt.description)])
    }
}
