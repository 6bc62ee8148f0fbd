extension Policy {
    private static let everyone = Role.allCases
    private static let participants: [Role] = [.member, .focalPoint]

    /// What those below moderators read, row by row. Moderators and administrators read everything.
    static let standardRows: [Row] =
        organizations + people + sessions + attendance + practices + actionItems

    private static let organizations = [
        Row("organization", everyone),
        Row("objective", everyone),
    ]

    private static let people = [
        Row("member", [.observer], "those of one's own organization") {
            .field("organization", .equals(.key($0.organization)))
        },
        Row("member", participants),
    ]

    private static let sessions = [
        Row("session", everyone, "open ones that are not drafts") { _ in .all([isNotDraft, has("open")]) },
        Row("session", participants, "those for members that are not drafts") { _ in
            .all([isNotDraft, has("members")])
        },
        Row("session", [.observer, .member], "closed ones that are not drafts, to which one is invited") {
            .all([isNotDraft, has("closed"), isInvited($0)])
        },
        Row(
            "session", [.focalPoint],
            "closed ones that are not drafts, to which anyone of one's organization is invited"
        ) { .all([isNotDraft, has("closed"), isOrganizationInvited($0)]) },
        Row("agenda_item", everyone, "those of sessions that one may see") { _ in .visible("session") },
    ]

    private static let attendance = [
        Row("attendance", everyone, "one's own, of sessions that are not drafts") {
            .all([ofSessionThatIsNotDraft, isOwn($0)])
        },
        Row("attendance", [.member], "that of sessions which one attended") { viewer in
            .all([
                ofSessionThatIsNotDraft,
                .related(
                    "session",
                    .related(
                        "attendance",
                        .all([
                            .field("member", .equals(.key(viewer.key))),
                            .field("attended", .equals(.boolean(true))),
                        ]))),
            ])
        },
        Row(
            "attendance", [.focalPoint], "that of one's organization, of sessions that are not drafts"
        ) { viewer in
            .all([
                ofSessionThatIsNotDraft,
                .related("member", .field("organization", .equals(.key(viewer.organization)))),
            ])
        },
        Row("attendance", everyone, "that of closed sessions that one may see") { _ in
            .all([.related("session", has("closed")), .visible("session")])
        },
    ]

    private static let practices = [
        Row("practice", everyone, "published open ones") { _ in .all([isPublished, has("open")]) },
        Row("practice", participants, "published ones for members") { _ in
            .all([isPublished, has("members")])
        },
        // Drafts, and what is closed:
        Row("practice", [.member], "those whose contact one is") { .field("contact", .equals(.key($0.key))) },
        Row("practice", [.focalPoint], "those of one's organization") {
            .field("organizations", .equals(.key($0.organization)))
        },
    ]

    private static let actionItems = [
        Row("action_item", participants, "those of no closed session") { _ in
            .any([.field("session", .isAbsent), .not(.related("session", has("closed")))])
        },
        Row("action_item", everyone, "those of closed sessions that one may see") { _ in
            .all([.related("session", has("closed")), .visible("session")])
        },
        Row("action_item", participants, "those that one is assigned to, or one's organization owns") {
            isOwnItem($0)
        },
        Row("progress_report", everyone, "those of action items that one may see") { _ in
            .visible("action_item")
        },
    ]

    private static let isNotDraft = Predicate.field("status", .isNoneOf([.text("draft")]))
    private static let isPublished = Predicate.field("status", .equals(.text("published")))
    private static let ofSessionThatIsNotDraft = Predicate.related("session", isNotDraft)

    private static func has(_ confidentiality: String) -> Predicate {
        .field("confidentiality", .equals(.text(confidentiality)))
    }

    /// What one owns or is assigned to.
    static func isOwnItem(_ viewer: MemberViewer) -> Predicate {
        .any([
            .field("assignee", .equals(.key(viewer.key))),
            .field("owners", .equals(.key(viewer.organization))),
        ])
    }

    /// The invitation is the person's, or was passed on to the person.
    private static func isOwn(_ viewer: MemberViewer) -> Predicate {
        .any([
            .field("member", .equals(.key(viewer.key))), .field("delegate", .equals(.key(viewer.key))),
        ])
    }

    private static func isInvited(_ viewer: MemberViewer) -> Predicate {
        .related("attendance", isOwn(viewer))
    }

    private static func isOrganizationInvited(_ viewer: MemberViewer) -> Predicate {
        let own = Predicate.field("organization", .equals(.key(viewer.organization)))
        return .related("attendance", .any([.related("member", own), .related("delegate", own)]))
    }
}
