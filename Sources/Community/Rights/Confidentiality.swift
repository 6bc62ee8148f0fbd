/// In how wide a circle a record is known, from the widest to the narrowest.
public enum Confidentiality: String, Sendable, CaseIterable, Comparable, Codable {
    /// By everyone who looks at the community, observers included.
    case open
    /// By all of its members.
    case members
    /// By those whom it concerns: who were invited, who own it, who run the community.
    case closed

    public static func < (left: Confidentiality, right: Confidentiality) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The circles wider than `closed`, from the widest, each with somebody who has no rights but those that all in
    /// it have: what such a stranger may see, all of them may.
    public static var circles: [(Confidentiality, Viewer)] {
        [(.open, .stranger(.observer)), (.members, .stranger(.member))]
    }
}

extension Viewer {
    /// A viewer of that role whom nothing concerns: no record has the key -1.
    fileprivate static func stranger(_ role: Role) -> Viewer {
        .member(MemberViewer(key: -1, id: "", role: role, organization: -1, zone: .utc, language: nil))
    }
}
