import Community

/// The table of rights by hand, as the fixture's records have it: what `Policy` and the compiler have to
/// come to. Whoever is not named sees everything.
struct Rights {
    /// By entity: the identifiers that each viewer sees.
    static let visible: [String: [String: Set<String>]] = [
        "organization": everybody(["jor", "lbn", "unhcr"]),
        "objective": everybody(["o-1", "o-2"]),
        "member": [
            "focal": allMembers, "member": allMembers, "focal-lbn": allMembers, "member-lbn": allMembers,
            "observer": ["focal", "member", "observer"],
            "observer-lbn": ["focal-lbn", "member-lbn", "observer-lbn"],
        ],
        "session": sessions,
        "agenda_item": sessions.mapValues { Set($0.map { "ai-\($0)" }) },
        "attendance": [
            // Own, in sessions that are no drafts.
            "observer": ["at-members-observer", "at-closed-observer-observer"],
            "observer-lbn": ["at-chatham-observer-lbn"],
            // All of the sessions that they attended; their own; those of closed sessions that they see.
            "member": [
                "at-open-member", "at-open-focal-lbn", "at-chatham-member", "at-chatham-observer-lbn",
                "at-members-member", "at-closed-member-member", "at-closed-member-moderator",
                "at-closed-delegated-focal-lbn",
            ],
            "member-lbn": [
                "at-members-member-lbn", "at-members-member", "at-members-observer",
                "at-closed-lbn-member-lbn",
            ],
            // Their organization's; those of closed sessions that they see.
            "focal": [
                "at-open-member", "at-members-member", "at-members-observer", "at-chatham-member",
                "at-closed-member-member", "at-closed-member-moderator", "at-closed-observer-observer",
                "at-closed-delegated-focal-lbn",
            ],
            "focal-lbn": [
                "at-open-focal-lbn", "at-members-member-lbn", "at-chatham-observer-lbn",
                "at-closed-lbn-member-lbn", "at-closed-delegated-focal-lbn",
            ],
        ],
        "practice": [
            "observer": ["p-open"], "observer-lbn": ["p-open"],
            "member": ["p-open", "p-members", "p-draft-member"],
            "focal": ["p-open", "p-members", "p-draft-jor", "p-closed-jor"],
            "member-lbn": ["p-open", "p-members", "p-draft-lbn"],
            "focal-lbn": ["p-open", "p-members", "p-draft-member", "p-draft-lbn"],
        ],
        "action_item": items,
        "progress_report": items.mapValues { Set($0.map { "r-\($0)" }) },
    ]

    private static let allMembers: Set = [
        "admin", "moderator", "focal", "member", "observer", "focal-lbn", "member-lbn", "observer-lbn",
    ]

    private static let sessions: [String: Set<String>] = [
        "observer": ["open", "closed-observer"],
        "observer-lbn": ["open"],
        "member": ["open", "members", "chatham", "closed-member", "closed-delegated"],
        "member-lbn": ["open", "members", "chatham", "closed-lbn"],
        "focal": [
            "open", "members", "chatham", "closed-member", "closed-observer", "closed-delegated",
        ],
        "focal-lbn": ["open", "members", "chatham", "closed-lbn", "closed-delegated"],
    ]

    private static let items: [String: Set<String>] = [
        "observer": ["a-closed-observer"],
        "observer-lbn": [],
        "member": [
            "a-free", "a-open", "a-members", "a-draft", "a-closed-owned", "a-closed-assigned",
            "a-closed-member",
        ],
        "member-lbn": ["a-free", "a-open", "a-members", "a-draft", "a-closed-lbn"],
        "focal": [
            "a-free", "a-open", "a-members", "a-draft", "a-closed-owned", "a-closed-member",
            "a-closed-observer",
        ],
        "focal-lbn": ["a-free", "a-open", "a-members", "a-draft", "a-closed-lbn"],
    ]

    private static func everybody(_ ids: Set<String>) -> [String: Set<String>] {
        Dictionary(uniqueKeysWithValues: allMembers.map { ($0, ids) })
    }

    private static let unrestricted: Set<String?> = [nil, "admin", "moderator"]
    private static let organizations = [
        "focal": "jor", "member": "jor", "observer": "jor", "focal-lbn": "lbn", "member-lbn": "lbn",
        "observer-lbn": "lbn", "admin": "unhcr", "moderator": "unhcr",
    ]

    /// Whether a viewer sees a record.
    static func sees(_ viewer: String?, _ entity: String, _ id: String) -> Bool {
        guard let viewer, !unrestricted.contains(viewer) else { return true }
        return visible[entity]?[viewer]?.contains(id) ?? false
    }

    /// Whether a viewer may know a stored field of a record that they see.
    static func knows(_ viewer: String?, _ field: String, of record: Fixture.Record) -> Bool {
        guard let viewer, !unrestricted.contains(viewer) else { return true }
        func isUnderChathamHouse(_ session: FieldValue?) -> Bool {
            session == .reference("chatham") || session == .reference("closed-member")
        }
        switch (record.entity.name, field) {
        case ("member", "email"), ("member", "phone"):
            return !viewer.hasPrefix("observer") && organizations[viewer] == organizations[record.id]
        case ("agenda_item", "speakers"), ("agenda_item", "outcome"):
            return !isUnderChathamHouse(record.values["session"])
        case ("attendance", "role"):
            return !isUnderChathamHouse(record.values["session"])
                || record.values["member"] == .reference(viewer)
        default: return true
        }
    }

    /// Whether a viewer's searches look into a field: where they may know it of every record.
    static func searches(_ viewer: String?, _ entity: String, _ field: String) -> Bool {
        unrestricted.contains(viewer) || entity != "agenda_item" || field != "outcome"
    }
}
