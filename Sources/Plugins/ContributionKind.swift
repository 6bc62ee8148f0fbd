/// What a contribution is, by the folder that its file is in.
public enum ContributionKind: String, Sendable, Hashable, CaseIterable, Codable {
    case report, reminder, transform, rule

    /// The folder, and what `halqa list` calls all of them.
    public var plural: String { rawValue + "s" }

    public init?(plural: String) {
        guard let kind = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
        self = kind
    }
}
