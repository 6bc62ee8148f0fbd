/// What a member is to the community, from the fewest rights to the most.
public enum Role: String, Sendable, CaseIterable, Comparable {
    case observer, member
    case focalPoint = "focal_point"
    case moderator, admin

    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    static let choices = [
        Choice("admin", "Administrator", "Administrateur", "مدير النظام"),
        Choice("moderator", "Moderator", "Modérateur", "ميسّر"),
        Choice("focal_point", "Focal point", "Point focal", "جهة تنسيق"),
        Choice("member", "Member", "Membre", "عضو"),
        Choice("observer", "Observer", "Observateur", "مراقب"),
    ]
}
