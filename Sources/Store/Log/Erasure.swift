import Community

/// What the erasure of a person came to.
public struct Erasure: Sendable, Hashable {
    /// The identifier of what is left of the person: the former one, unless that told who it was.
    public let id: String
    /// Texts that mention the person by name, and were left as they are.
    public let mentions: [Mention]
    /// Scripts that ran and mention the person by name, left as they are.
    public let scripts: Int
    /// How many receipts of runs were changed.
    public let receipts: Int
    /// Whether the file was freed of what is erased. Otherwise somebody was reading it: it has to be done again.
    public let isPurged: Bool
    /// Copies within the community's folder that were made before.
    public let backups: [String]

    /// A field of a record with a person's name in it.
    public struct Mention: Sendable, Hashable {
        public let entity: String
        public let id: String
        public let field: String
    }
}
