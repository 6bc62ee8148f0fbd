import Community

@testable import Store

/// A small community in which each cell of the table of rights has a record that it shows and one that it
/// hides. Every record's texts have a word of its own, and all have the word "common".
struct Fixture {
    let folder: TemporaryFolder
    let store: Store
    let records: [Record]

    struct Record {
        let entity: Entity
        let id: String
        let key: Int64
        let values: [String: FieldValue]
    }

    static let viewers: [String?] = [
        nil, "admin", "moderator", "focal", "member", "observer", "focal-lbn", "member-lbn", "observer-lbn",
    ]

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        try store.apply(ChangeSet(Self.changes, origin: .test))
        var keys: [String: Int64] = [:]
        var records: [Record] = []
        for case .create(let name, let id, let given) in Self.changes {
            let entity = try store.schema.entity(name)
            keys[name, default: 0] += 1
            var values = given
            for field in entity.storedFields where values[field.name] == nil {
                values[field.name] = field.defaultValue
            }
            values["id"] = .text(id ?? "")
            records.append(Record(entity: entity, id: id ?? "", key: keys[name, default: 0], values: values))
        }
        self.records = records
    }

    private static let changes: [Change] =
        organizations + members + sessions + agenda + attendance + practices + actionItems + reports + [
            create("objective", "o-1", ["number": .integer(1), "label": text("data")]),
            create(
                "objective", "o-2",
                ["number": .integer(2), "label": text("drivers"), "title": text("drivers")]),
        ]

    private static func text(_ word: String) -> FieldValue {
        .localized(["en": "\(word) common", "ar": "\(word) مشترك", "fr": "\(word) commun"])
    }

    private static let organizations = ["jor", "lbn", "unhcr"].map { id in
        create(
            "organization", id,
            [
                "name": text(id), "kind": .text(id == "unhcr" ? "un_agency" : "state"),
                "country": id == "unhcr" ? .null : .text(id.uppercased()),
                "weekend": .list([.text("friday"), .text(id == "lbn" ? "sunday" : "saturday")]),
            ])
    }

    private static let members = [
        ("admin", "unhcr", "admin"), ("moderator", "unhcr", "moderator"),
        ("focal", "jor", "focal_point"), ("member", "jor", "member"), ("observer", "jor", "observer"),
        ("focal-lbn", "lbn", "focal_point"), ("member-lbn", "lbn", "member"),
        ("observer-lbn", "lbn", "observer"),
    ].map { id, organization, role in
        create(
            "member", id,
            [
                "name": .text("\(id.split(separator: "-").joined()) common"),
                "organization": .reference(organization),
                "role": .text(role), "email": .text("\(id)@example.org"), "phone": .text("+\(id.count)"),
                "position": text("post\(id.split(separator: "-").joined())"),
                "alternate_for": id == "member" ? .reference("member-lbn") : .null,
            ])
    }

    private static func session(
        _ id: String, _ confidentiality: String, _ status: String, chathamHouse: Bool = false
    ) -> Change {
        create(
            "session", id,
            [
                "title": text("s\(id.split(separator: "-").joined())"), "kind": .text("talk"),
                "confidentiality": .text(confidentiality), "status": .text(status),
                "chatham_house": .boolean(chathamHouse), "link": .text("https://example.org/\(id)"),
                "minutes": text("minutes\(id.split(separator: "-").joined())"),
                "duration": .integer(Int64(id.count * 10)),
                "starts_at": .instant(Instant(milliseconds: Int64(id.count) * 86_400_000)),
                "hosts": .records("unhcr", "jor"), "chairs": .records("moderator"),
                "objectives": .records("o-1"),
            ])
    }

    private static let sessions = [
        session("open", "open", "scheduled"),
        session("open-draft", "open", "draft"),
        session("members", "members", "held"),
        session("members-draft", "members", "draft"),
        session("chatham", "members", "held", chathamHouse: true),
        session("closed-nobody", "closed", "scheduled"),
        session("closed-member", "closed", "scheduled", chathamHouse: true),
        session("closed-observer", "closed", "scheduled"),
        session("closed-lbn", "closed", "scheduled"),
        session("closed-delegated", "closed", "scheduled"),
        session("closed-draft", "closed", "draft"),
    ]

    private static let sessionIDs = sessions.compactMap { change in
        if case .create(_, let id, _) = change { id } else { nil }
    }

    private static let agenda = sessionIDs.map { id in
        create(
            "agenda_item", "ai-\(id)",
            [
                "session": .reference(id), "title": text("ai\(id.split(separator: "-").joined())"),
                "order": .integer(1), "minutes_planned": .integer(Int64(id.count)),
                "speakers": .records("member", "member-lbn"),
                "outcome": text("outcome\(id.split(separator: "-").joined())"),
            ])
    }

    private static func attendance(
        _ session: String, _ member: String, delegate: String? = nil, attended: Bool? = nil
    ) -> Change {
        create(
            "attendance", "at-\(session)-\(member)",
            [
                "session": .reference(session), "member": .reference(member),
                "role": .text(member == "member" ? "speaker" : "participant"),
                "delegate": delegate.map(FieldValue.reference) ?? .null,
                "attended": attended.map(FieldValue.boolean) ?? .null,
                "response": .text(delegate == nil ? "accepted" : "delegated"),
                "invited_at": .instant(Instant(milliseconds: Int64(session.count))),
            ])
    }

    private static let attendance = [
        attendance("open", "member", attended: true), attendance("open", "focal-lbn", attended: true),
        attendance("members", "member-lbn", attended: true), attendance("members", "member", attended: false),
        attendance("members", "observer"),
        attendance("chatham", "member", attended: true),
        attendance("chatham", "observer-lbn", attended: true),
        attendance("closed-member", "member"), attendance("closed-member", "moderator"),
        attendance("closed-observer", "observer"),
        attendance("closed-lbn", "member-lbn"),
        attendance("closed-delegated", "focal-lbn", delegate: "member"),
        attendance("closed-draft", "member", attended: true), attendance("closed-draft", "observer"),
        attendance("open-draft", "focal"),
    ]

    private static func practice(
        _ id: String, _ status: String, _ confidentiality: String, _ organization: String, _ contact: String
    ) -> Change {
        create(
            "practice", id,
            [
                "title": text("p\(id.split(separator: "-").joined())"), "status": .text(status),
                "confidentiality": .text(confidentiality), "organizations": .records(organization),
                "contact": .reference(contact), "objectives": .records("o-1", "o-2"),
                "tags": .list([.text("tag-\(id)"), .text("shared")]),
                "started": .day(Day(number: id.count)),
                "adapted_from": id == "p-open" ? .null : .reference("p-open"),
            ])
    }

    private static let practices = [
        practice("p-open", "published", "open", "unhcr", "moderator"),
        practice("p-members", "published", "members", "unhcr", "moderator"),
        practice("p-closed", "published", "closed", "unhcr", "moderator"),
        practice("p-archived", "archived", "open", "unhcr", "moderator"),
        practice("p-draft-jor", "draft", "open", "jor", "focal"),
        practice("p-draft-member", "draft", "members", "lbn", "member"),
        practice("p-closed-jor", "published", "closed", "jor", "moderator"),
        practice("p-draft-lbn", "in_review", "members", "lbn", "member-lbn"),
    ]

    private static func item(
        _ id: String, session: String? = nil, owners: [String] = [], assignee: String? = nil,
        parent: String? = nil, practice: String? = nil
    ) -> Change {
        create(
            "action_item", id,
            [
                "title": text("x\(id.split(separator: "-").joined())"),
                "session": session.map(FieldValue.reference) ?? .null,
                "practice": practice.map(FieldValue.reference) ?? .null,
                "owners": .list(owners.map(FieldValue.reference)),
                "assignee": assignee.map(FieldValue.reference) ?? .null,
                "parent": parent.map(FieldValue.reference) ?? .null,
                "status": .text(id.count.isMultiple(of: 2) ? "open" : "done"),
                "progress": .integer(Int64(id.count)), "due": .day(Day(number: 20000 - id.count)),
                "reference": .text("R\(id.count % 3)"), "objectives": .records("o-2"),
            ])
    }

    private static let actionItems = [
        item("a-free", practice: "p-draft-lbn"),
        item("a-open", session: "open", owners: ["unhcr", "lbn"], parent: "a-free"),
        item("a-members", session: "members", owners: ["unhcr"], practice: "p-members"),
        item("a-draft", session: "members-draft", owners: ["unhcr"]),
        item("a-closed-nobody", session: "closed-nobody", owners: ["unhcr"], parent: "a-free"),
        item("a-closed-owned", session: "closed-nobody", owners: ["jor", "unhcr"]),
        item("a-closed-assigned", session: "closed-nobody", assignee: "member", parent: "a-closed-nobody"),
        item("a-closed-member", session: "closed-member"),
        item("a-closed-observer", session: "closed-observer"),
        item("a-closed-lbn", session: "closed-lbn", practice: "p-open"),
        item("a-closed-observer-assigned", session: "closed-nobody", assignee: "observer"),
    ]

    private static let reports = actionItems.compactMap { change -> Change? in
        guard case .create(_, let id?, _) = change else { return nil }
        return create(
            "progress_report", "r-\(id)",
            [
                "action_item": .reference(id), "at": .instant(Instant(milliseconds: Int64(id.count) * 1000)),
                "by": .reference(id.count.isMultiple(of: 2) ? "member" : "member-lbn"),
                "achievement": text("r\(id.split(separator: "-").joined())"),
                "progress": .integer(Int64(id.count)),
            ])
    }
}
