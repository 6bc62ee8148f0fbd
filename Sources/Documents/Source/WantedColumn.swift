/// A column that a reader of foreign files asks for.
public struct WantedColumn: Sendable, Hashable {
    /// What it is called by whoever asks.
    public var name: String
    /// What files may call it as well.
    public var synonyms: [String]
    public var type: SourceType
    /// Whether cells may be empty, and the column missing.
    public var isOptional: Bool
    /// Whether neighbouring columns with one title are all meant, as those below one merged cell are.
    public var isSpread: Bool

    public init(
        _ name: String, synonyms: [String] = [], type: SourceType = .text, isOptional: Bool = false,
        isSpread: Bool = false
    ) {
        self.name = name
        self.synonyms = synonyms
        self.type = type
        self.isOptional = isOptional
        self.isSpread = isSpread
    }
}
