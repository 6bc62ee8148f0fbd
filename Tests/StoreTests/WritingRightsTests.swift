import Community
import Testing

@testable import Store

/// The half of the table of rights that is about writing, cell by cell, on the fixture's records.
@Suite struct WritingRightsTests {
    let fixture: Fixture
    private var store: Store { fixture.store }

    init() throws {
        fixture = try Fixture()
    }

    private func viewer(_ id: String?) throws -> Viewer { try store.snapshot(as: id).viewer }

    private func attempt(_ viewer: String?, _ changes: Change...) throws -> StoreError? {
        do {
            _ = try Planned(changes, in: store, for: self.viewer(viewer))
            return nil
        } catch let error as StoreError { return error }
    }

    /// By viewer: the records that each may change below moderators, by hand.
    private static let changeable: [String: Set<String>] = [
        "focal": ["focal", "member", "observer", "p-draft-jor", "r-a-closed-owned"],
        "focal-lbn": ["focal-lbn", "member-lbn", "observer-lbn", "p-draft-member"],
        "member": ["r-a-closed-owned"], "member-lbn": [], "observer": [], "observer-lbn": [],
    ]

    /// A field of each entity that anybody may know, and another value for it.
    private static let probes: [String: (String, FieldValue)] = [
        "organization": ("country", .text("XXX")), "objective": ("number", .integer(99)),
        "member": ("position", .english("Another")), "session": ("series", .text("Another")),
        "agenda_item": ("order", .integer(99)), "attendance": ("occurrence", .day(Day(number: 1))),
        "practice": ("source", .text("Another")), "action_item": ("framework", .text("Another")),
        "progress_report": ("next_step", .english("Another")),
    ]

    @Test func `each record is changed by those who may, and by nobody else`() throws {
        for viewer in Fixture.viewers {
            for record in fixture.records {
                let entity = record.entity.name
                let (field, value) = try #require(Self.probes[entity])
                let change = Change.update(
                    entity: entity, id: record.id, base: nil, fields: [field: value])
                let error = try attempt(viewer, change)
                let about: Comment = "\(record.id) by \(viewer ?? "-"): \(error?.description ?? "")"
                let may = viewer.flatMap { Self.changeable[$0]?.contains(record.id) } ?? true
                if may {
                    #expect(error == nil, about)
                } else if Rights.sees(viewer, entity, record.id) {
                    #expect(error?.kind == .notPermitted, about)
                } else {
                    #expect(
                        error == StoreError(.unknownRecord, "there is no \(entity) '\(record.id)'"), about)
                }
            }
        }
    }

    @Test func `each record is deleted by those who may, and by nobody else`() throws {
        for viewer in Fixture.viewers {
            for record in fixture.records {
                let entity = record.entity.name
                let error = try attempt(viewer, .delete(entity: entity, id: record.id))
                let about: Comment = "\(record.id) by \(viewer ?? "-"): \(error?.description ?? "")"
                var may = viewer.flatMap { Self.changeable[$0]?.contains(record.id) } ?? true
                if viewer == "moderator", record.id == "admin" { may = false }
                if may {
                    // It may still be referred to.
                    #expect(error == nil || error?.kind == .conflict, about)
                } else if Rights.sees(viewer, entity, record.id) {
                    #expect(error?.kind == .notPermitted, about)
                } else {
                    #expect(
                        error == StoreError(.unknownRecord, "there is no \(entity) '\(record.id)'"), about)
                }
            }
        }
    }

    struct Case: CustomTestStringConvertible {
        let viewer: String
        let change: Change
        /// nil: it is made.
        let refusal: String?
        var testDescription: String { "\(viewer): \(change)" }
    }

    private static func update(_ entity: String, _ id: String, _ fields: [String: FieldValue]) -> Change {
        .update(entity: entity, id: id, base: nil, fields: fields)
    }

    private static func report(_ item: String, by member: String) -> Change {
        create(
            "progress_report", "new",
            [
                "action_item": .reference(item), "at": .instant(.test), "by": .reference(member),
                "progress": .integer(50),
            ])
    }

    private static func draft(_ organization: String, _ more: [String: FieldValue] = [:]) -> Change {
        .create(
            entity: "practice", id: "new",
            fields: ["title": .english("New"), "organizations": .records(organization)].merging(more) { $1 })
    }

    private static func member(_ organization: String, _ role: String) -> Change {
        create(
            "member", "new",
            ["name": .text("New"), "organization": .reference(organization), "role": .text(role)])
    }

    private static let outOfReach = "would be out of your reach"

    static let cases = [
        // Progress: on what one owns or is assigned to, in one's own name.
        Case(viewer: "member", change: report("a-closed-assigned", by: "member"), refusal: nil),
        Case(viewer: "member", change: report("a-closed-owned", by: "member"), refusal: nil),
        Case(viewer: "member", change: report("a-closed-owned", by: "focal"), refusal: outOfReach),
        Case(viewer: "focal", change: report("a-closed-owned", by: "member"), refusal: nil),
        Case(viewer: "focal", change: report("a-closed-owned", by: "focal-lbn"), refusal: outOfReach),
        Case(viewer: "focal", change: report("a-free", by: "focal"), refusal: outOfReach),
        Case(viewer: "member-lbn", change: report("a-open", by: "member-lbn"), refusal: nil),
        Case(viewer: "member", change: report("a-free", by: "member"), refusal: outOfReach),
        Case(
            viewer: "member", change: report("a-closed-nobody", by: "member"),
            refusal: "progress_report 'new': 'action_item': there is no action_item 'a-closed-nobody'"),
        Case(
            viewer: "member", change: report("nothing", by: "member"),
            refusal: "progress_report 'new': 'action_item': there is no action_item 'nothing'"),
        Case(
            viewer: "observer", change: report("a-closed-observer", by: "observer"),
            refusal: "you may not add progress reports; ask a moderator"),
        Case(
            viewer: "member",
            change: update("progress_report", "r-a-closed-owned", ["by": .reference("focal")]),
            refusal: outOfReach),
        // Own organization's members, not above one's own role.
        Case(viewer: "focal", change: member("jor", "focal_point"), refusal: nil),
        Case(viewer: "focal", change: member("jor", "moderator"), refusal: outOfReach),
        Case(viewer: "focal", change: member("lbn", "member"), refusal: outOfReach),
        Case(
            viewer: "focal", change: update("member", "member", ["organization": .reference("lbn")]),
            refusal: outOfReach),
        Case(
            viewer: "focal", change: update("member", "member", ["role": .text("admin")]),
            refusal: outOfReach),
        Case(
            viewer: "focal", change: update("member", "member", ["email": .text("new@example.org")]),
            refusal: nil),
        Case(
            viewer: "focal", change: update("member", "member-lbn", ["organization": .reference("jor")]),
            refusal: "you may not change member 'member-lbn'"),
        Case(viewer: "moderator", change: member("lbn", "moderator"), refusal: nil),
        Case(viewer: "moderator", change: member("lbn", "admin"), refusal: outOfReach),
        Case(
            viewer: "moderator", change: update("member", "moderator", ["role": .text("admin")]),
            refusal: "you may not give member 'moderator' this 'role'; ask an admin"),
        Case(
            viewer: "moderator", change: update("member", "admin", ["role": .text("member")]),
            refusal: "you may not change 'role' of member 'admin'"),
        Case(
            viewer: "moderator", change: update("member", "admin", ["phone": .text("+1")]), refusal: nil),
        Case(viewer: "admin", change: member("jor", "admin"), refusal: nil),
        // Own organization's drafts.
        Case(viewer: "focal", change: draft("jor"), refusal: nil),
        Case(viewer: "focal", change: draft("lbn"), refusal: outOfReach),
        Case(viewer: "focal", change: draft("jor", ["status": .text("published")]), refusal: outOfReach),
        Case(
            viewer: "focal", change: update("practice", "p-draft-jor", ["status": .text("submitted")]),
            refusal: nil),
        Case(
            viewer: "focal", change: update("practice", "p-draft-jor", ["status": .text("published")]),
            refusal: outOfReach),
        Case(
            viewer: "focal",
            change: update("practice", "p-draft-jor", ["organizations": .records("lbn")]), refusal: outOfReach
        ),
        Case(
            viewer: "focal",
            change: update("practice", "p-draft-jor", ["adapted_from": .reference("p-closed")]),
            refusal: "practice 'p-draft-jor': 'adapted_from': there is no practice 'p-closed'"),
        Case(viewer: "member", change: draft("jor"), refusal: "you may not add practices; ask a moderator"),
        // A taken identifier answers alike, whether one may see its record or not.
        Case(
            viewer: "focal", change: .create(entity: "practice", id: "p-closed", fields: [:]),
            refusal: "the identifier 'p-closed' is taken; choose another for the practice"),
        Case(
            viewer: "focal", change: .upsert(entity: "practice", id: "p-closed", fields: [:]),
            refusal: "the identifier 'p-closed' is taken; choose another for the practice"),
        Case(
            viewer: "member", change: .create(entity: "session", id: "closed-lbn", fields: [:]),
            refusal: "you may not add sessions; ask a moderator"),
    ]

    @Test(arguments: cases)
    func `nothing is moved into or out of somebody's reach`(example: Case) throws {
        let error = try attempt(example.viewer, example.change)
        if let refusal = example.refusal {
            #expect(error?.description.contains(refusal) == true, "\(error?.description ?? "it is made")")
        } else {
            #expect(error == nil)
        }
    }

    @Test func `rights are those of now, not of when somebody was looked up`() throws {
        let former = try viewer("focal")
        try store.make(Self.update("member", "focal", ["role": .text("member")]))
        let error = #expect(throws: StoreError.self) {
            try store.apply(ChangeSet([Self.draft("jor")], origin: .test), for: former)
        }
        #expect(error?.kind == .notPermitted)
        try store.make(Self.update("member", "focal", ["active": .boolean(false)]))
        let gone = #expect(throws: StoreError.self) {
            try store.apply(ChangeSet([Self.draft("jor")], origin: .test), for: former)
        }
        #expect(gone?.description.contains("not active") == true)
    }

    @Test func `a list that is changed keeps what its editor cannot see`() throws {
        let secret = Field(
            "x.test.related", .references("practice"), ["en": "Related"], "Related practices.")
        let folder = try TemporaryFolder()
        let schema = Schema.standard.adding([secret], to: "practice")
        let store = try Store.temporary(folder, schema: schema)
        func practice(_ id: String, _ confidentiality: String, _ related: FieldValue) -> Change {
            create(
                "practice", id,
                [
                    "title": .english(id), "status": .text(id == "mine" ? "draft" : "published"),
                    "confidentiality": .text(confidentiality), "organizations": .records("jor"),
                    "x.test.related": related,
                ])
        }
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create(
                "member", "focal",
                ["name": .text("F"), "organization": .reference("jor"), "role": .text("focal_point")]),
            practice("open", "open", .null),
            create(
                "practice", "closed",
                [
                    "title": .english("Closed"), "status": .text("published"),
                    "confidentiality": .text("closed"),
                ]),
            practice("mine", "open", .records("closed", "open")))
        let viewer = try store.snapshot(as: "focal").viewer
        // What they see is a list of one, which they empty.
        try store.apply(
            ChangeSet(
                [
                    .update(
                        entity: "practice", id: "mine", base: 1, fields: ["x.test.related": .records()])
                ], origin: .test), for: viewer)
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("practice")
        let key = try snapshot.key(of: "mine", in: entity)
        #expect(
            try snapshot.value(of: secret, entity, key)
                == .list([.key(try snapshot.key(of: "closed", in: entity))]))
    }
}
