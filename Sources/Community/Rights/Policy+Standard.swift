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
        Row("member", [.observer]) { .field("organization", .equals(.key($0.organization))) },
        Row("member", participants),
    ]

    private static let sessions = [
        // Open sessions that are not drafts.
        Row("session", everyone) { _ in .all([isNotDraft, has("open")]) },
        // Members' sessions.
        Row("session", participants) { _ in .all([isNotDraft, has("members")]) },
        // Closed sessions, to which one is invited …
        Row("session", [.observer, .member]) { .all([isNotDraft, has("closed"), isInvited($0)]) },
        // … or anyone of one's organization.
        Row("session", [.focalPoint]) { .all([isNotDraft, has("closed"), isOrganizationInvited($0)]) },
        // The agenda goes with the session.
        Row("agenda_item", everyone) { _ in .visible("session") },
    ]

    private static let attendance = [
        Row("attendance", everyone) { .all([ofSessionThatIsNotDraft, isOwn($0)]) },
        // Sessions one attended.
        Row("attendance", [.member]) { viewer in
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
        Row("attendance", [.focalPoint]) { viewer in
            .all([
                ofSessionThatIsNotDraft,
                .related("member", .field("organization", .equals(.key(viewer.organization)))),
            ])
        },
        // Closed sessions come with their attendance.
        Row("attendance", everyone) { _ in
            .all([.related("session", has("closed")), .visible("session")])
        },
    ]

    private static let practices = [
        Row("practice", everyone) { _ in .all([isPublished, has("open")]) },
        Row("practice", participants) { _ in .all([isPublished, has("members")]) },
        // Drafts, and what is closed: one's own …
        Row("practice", [.member]) { .field("contact", .equals(.key($0.key))) },
        // … or one's own organization's.
        Row("practice", [.focalPoint]) { .field("organizations", .equals(.key($0.organization))) },
    ]

    private static let actionItems = [
        Row("action_item", participants) { _ in
            .any([.field("session", .isAbsent), .not(.related("session", has("closed")))])
        },
        // Those that come out of a closed session, with the session.
        Row("action_item", everyone) { _ in
            .all([.related("session", has("closed")), .visible("session")])
        },
        Row("action_item", participants) { isOwnItem($0) },
        Row("progress_report", everyone) { _ in .visible("action_item") },
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
