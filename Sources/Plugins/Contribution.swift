import Community

/// One Lua file of a plugin that returns a report, reminder, transform or rule.
public struct Contribution: Sendable, Hashable {
    public let kind: ContributionKind
    /// A Lua identifier: `overdue` of `reports/overdue.lua`.
    public let name: String

    public init(kind: ContributionKind, name: String) {
        self.kind = kind
        self.name = name
    }

    /// nil when the path is not one of a contribution.
    public init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = ContributionKind(plural: String(parts[0])),
            parts[1].hasSuffix(".lua"), CustomField.isName(String(parts[1].dropLast(4)))
        else { return nil }
        self.init(kind: kind, name: String(parts[1].dropLast(4)))
    }

    /// Where its file is in the plugin.
    public var path: String { "\(kind.plural)/\(name).lua" }
}
