/// For whom something is read.
public enum Viewer: Sendable, Hashable {
    /// The person at a terminal who can write the community's file: every right.
    case `operator`
    case member(MemberViewer)

    /// What receipts and audit entries call the viewer: a member's identifier, or `operator`.
    public var name: String {
        switch self {
        case .operator: "operator"
        case .member(let member): member.id
        }
    }
}

/// A member as far as the policy looks at one.
public struct MemberViewer: Sendable, Hashable {
    public let key: Int64
    public let id: String
    public let role: Role
    public let organization: Int64
    /// The person's own time zone, else the organization's, else UTC.
    public let zone: Zone
    /// The language that the person reads, if known.
    public let language: String?

    public init(key: Int64, id: String, role: Role, organization: Int64, zone: Zone, language: String?) {
        self.key = key
        self.id = id
        self.role = role
        self.organization = organization
        self.zone = zone
        self.language = language
    }
}
