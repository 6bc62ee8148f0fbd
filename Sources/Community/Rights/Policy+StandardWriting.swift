extension Policy {
    /// What those below administrators write, row by row. Administrators write everything.
    static let standardWritingRows: [WritingRow] = moderators + people + practices + reports

    private static let moderated = [
        "organization", "objective", "session", "agenda_item", "attendance", "practice", "action_item",
        "progress_report",
    ]

    private static let moderators =
        moderated.map { WritingRow($0, [.moderator]) } + [
            // Nobody gives or takes a role above their own.
            WritingRow("member", [.moderator], [.update]) { _ in Leave(.always, except: ["role"]) },
            WritingRow("member", [.moderator]) { Leave(isNotAbove($0.role)) },
        ]

    /// Own organization's members.
    private static let people = [
        WritingRow("member", [.focalPoint]) { viewer in
            Leave(
                .all([
                    .field("organization", .equals(.key(viewer.organization))), isNotAbove(viewer.role),
                ]))
        }
    ]

    /// Own organization's drafts. From its review on a practice is the moderators'.
    private static let practices = [
        WritingRow("practice", [.focalPoint]) { viewer in
            Leave(
                .all([
                    .field("organizations", .equals(.key(viewer.organization))),
                    .field("status", .isOneOf([.text("draft"), .text("submitted")])),
                ]))
        }
    ]

    /// Progress on what one owns or is assigned to, in one's own name; focal points also in that of their
    /// organization's members.
    private static let reports = [
        WritingRow("progress_report", [.member]) { viewer in
            Leave(.all([ofOwnItem(viewer), .field("by", .equals(.key(viewer.key)))]))
        },
        WritingRow("progress_report", [.focalPoint]) { viewer in
            let own = Predicate.field("organization", .equals(.key(viewer.organization)))
            return Leave(.all([ofOwnItem(viewer), .related("by", own)]))
        },
    ]

    private static func ofOwnItem(_ viewer: MemberViewer) -> Predicate {
        .related("action_item", isOwnItem(viewer))
    }

    private static func isNotAbove(_ role: Role) -> Predicate {
        .field(
            "role", .isOneOf(Role.allCases.filter { $0 <= role }.map { .text($0.rawValue) }))
    }
}
