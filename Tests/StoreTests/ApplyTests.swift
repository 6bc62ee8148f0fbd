import Community
import Testing

@testable import Store

@Suite struct ApplyTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create("member", "m-1", ["name": .text("Focal point"), "organization": .reference("jor")]),
            create("action_item", "a-1", ["title": .english("One"), "owners": .records("jor")]))
    }

    private func value(_ entity: String, _ id: String, _ field: String) throws -> FieldValue {
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity(entity)
        let key = try snapshot.key(of: id, in: entity)
        return try snapshot.value(of: snapshot.schema.field(field, of: entity), entity, key)
    }

    private func update(_ entity: String, _ id: String, base: Int64? = nil, _ fields: [String: FieldValue])
        -> Change
    {
        .update(entity: entity, id: id, base: base, fields: fields)
    }

    @Test(arguments: [
        ("title", FieldValue.localized(["ar": "عنوان", "en": "A \"title\"\n\\ \u{1}", "fr": "É"])),
        ("title", .localized(["en": "nul \u{0} within"])),
        ("description", .null),
        ("reference", .text("")), ("reference", .text("nul \u{0} within")), ("reference", .text("1e3")),
        ("kind", .text("activity")), ("progress", .integer(100)),
        ("due", .day(.first)), ("due", .day(.last)), ("assignee", .reference("m-1")),
        ("owners", .null), ("tags", .list([.text("b"), .text("a"), .text("ت")])),
        ("tags", .list([.text("")])),
    ])
    func `values come back as they were given`(field: String, value: FieldValue) throws {
        try store.make(update("action_item", "a-1", [field: value]))
        let found = try self.value("action_item", "a-1", field)
        switch value {
        case .reference: #expect(found == .key(1))
        case .null: #expect(found == .null || found == .list([]))
        default: #expect(found == value)
        }
    }

    @Test(arguments: [
        (["term_start": "2025-01-01"], ["term_end": "2024-12-31"]),
        (["term_end": "2024-12-31"], ["term_start": "2025-01-01"]),
        ([:], ["term_end": "2024-12-31", "term_start": "2025-01-01"]),
        (["term_end": "2024-12-31"], ["term_end": "1446-01-01"]),
    ])
    func `a term that ends before it starts, and a year of another calendar, are refused`(
        before: [String: String], change: [String: String]
    ) throws {
        let days = { (days: [String: String]) in
            try days.mapValues { FieldValue.day(try #require(Day($0))) }
        }
        try store.make(update("member", "m-1", days(before)))
        let count = try store.snapshot().commit
        let error = #expect(throws: StoreError.self) {
            try store.make(update("member", "m-1", days(change)))
        }
        #expect(error?.kind == .badChange)
        let isHijri = change.values.contains { $0.hasPrefix("1446") }
        #expect(
            error?.description.contains(
                isHijri ? "of the Hijri calendar" : "'term_end' is 2024-12-31, before")
                == true, "\(String(describing: error))")
        #expect(try store.snapshot().commit == count)
        // The same day is a term of one day.
        try store.make(
            update("member", "m-1", days(["term_start": "2025-01-01", "term_end": "2025-01-01"])))
    }

    @Test func `instants and numbers keep their last digit`() throws {
        let number = Field("x.test.share", .anyNumber, ["en": "Share"], "A share.")
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder, schema: Schema.standard.adding([number], to: "organization"))
        let numbers = [0.1, -0.0, 1e300, .leastNonzeroMagnitude, 1 / 3]
        for (index, number) in numbers.enumerated() {
            try store.make(
                create(
                    "organization", "o\(index)",
                    ["name": .english("O"), "kind": .text("ngo"), "x.test.share": .number(number)]))
        }
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("organization")
        let field = try #require(entity.field("x.test.share"))
        for (index, number) in numbers.enumerated() {
            #expect(try snapshot.value(of: field, entity, Int64(index + 1)) == .number(number))
        }
    }

    @Test func `references may lead forward within a set, and round in a circle`() throws {
        let receipt = try store.make(
            create(
                "member", "m-2",
                ["name": .text("B"), "organization": .reference("lbn"), "alternate_for": .reference("m-3")]),
            create(
                "member", "m-3",
                ["name": .text("C"), "organization": .reference("lbn"), "alternate_for": .reference("m-2")]),
            create("organization", "lbn", ["name": .english("Lebanon"), "kind": .text("state")]))
        #expect(receipt.number == 2)
        #expect(receipt.changed == 3)
        #expect(try value("member", "m-2", "organization") == .key(2))
        #expect(try value("member", "m-2", "alternate_for") == .key(3))
    }

    @Test func `made identifiers begin with the entity's prefix and differ`() throws {
        let changes = (0..<100).map { number in
            Change.create(entity: "action_items", id: nil, fields: ["title": .english("\(number)")])
        }
        let identifiers = try store.apply(ChangeSet(changes, origin: .test)).identifiers
        #expect(Set(identifiers).count == 100)
        for id in identifiers { #expect(id.wholeMatch(of: /a-[2-9a-hjkmnp-z]{10}/) != nil) }
    }

    @Test func `an update changes what it names and the version, and nothing when nothing is other`() throws {
        let receipt = try store.make(update("action_item", "a-1", ["status": .text("done")]))
        #expect(receipt.number == 2)
        #expect(try value("action_item", "a-1", "title") == .english("One"))
        let again = try store.make(update("action_item", "a-1", ["status": .text("done")]))
        #expect(again == CommitReceipt(number: 2, identifiers: ["a-1"], changed: 0))
        #expect(try store.snapshot().commit == 2)
    }

    @Test func `an update of what was changed since is refused`() throws {
        try store.make(update("action_item", "a-1", base: 1, ["status": .text("done")]))
        let error = #expect(throws: StoreError.self) {
            try store.make(update("action_item", "a-1", base: 1, ["status": .text("blocked")]))
        }
        #expect(error?.kind == .conflict)
        #expect(
            error?.description
                == "action_item 'a-1' was changed meanwhile (in commit 2; this change is based on commit 1): 'status' was 'open', is 'done' now, and is to be 'blocked'. Look at it again"
        )
    }

    @Test func `a deleted record is gone, with its references, and its key is never used again`() throws {
        try store.make(.delete(entity: "action_item", id: "a-1"))
        try store.make(create("action_item", "a-1", ["title": .english("Another")]))
        let snapshot = try store.snapshot()
        #expect(try snapshot.keys(Query("action_item")) == [2])
        #expect(try value("action_item", "a-1", "owners") == .list([]))
    }

    @Test func `what is still referred to is not deleted, and the message names only what the viewer sees`()
        throws
    {
        try store.make(
            create(
                "member", "obs",
                ["name": .text("O"), "organization": .reference("jor"), "role": .text("focal_point")]))
        let plain = #expect(throws: StoreError.self) {
            try store.make(.delete(entity: "organization", id: "jor"))
        }
        #expect(plain?.kind == .conflict)
        #expect(
            plain?.description
                == "organization 'jor' cannot be deleted: it is still the 'organization' of member 'm-1', member 'obs'"
        )
        try store.make(.delete(entity: "member", id: "m-1"))
        let viewer = try store.snapshot(as: "obs").viewer
        try store.make(
            create("member", "m-2", ["name": .text("Two"), "organization": .reference("jor")]),
            create(
                "session", "closed",
                [
                    "title": .english("Closed"), "kind": .text("talk"), "confidentiality": .text("closed"),
                    "chairs": .records("m-2"),
                ]))
        let hidden = #expect(throws: StoreError.self) {
            try store.apply(
                ChangeSet([.delete(entity: "member", id: "m-2")], origin: .test), for: viewer)
        }
        #expect(
            hidden?.description
                == "member 'm-2' cannot be deleted: records that you may not see refer to it; ask a moderator"
        )
    }

    @Test func `a record and what refers to it are deleted together`() throws {
        try store.make(
            .delete(entity: "organization", id: "jor"), .delete(entity: "member", id: "m-1"),
            .delete(entity: "action_item", id: "a-1"))
        #expect(try store.snapshot().count(Query("organization")) == 0)
    }

    struct Refusal: CustomTestStringConvertible {
        let change: Change
        let kind: StoreError.Kind
        let message: String
        var testDescription: String { message }
    }

    static let refusals = [
        Refusal(
            change: create("acton_item", "x"), kind: .badChange,
            message: "there is no entity 'acton_item'; did you mean 'action_item'?"),
        Refusal(
            change: create("action_item", "x", ["titel": .english("X")]), kind: .badChange,
            message: "action_item 'x': 'titel' is not a field of action_item; did you mean 'title'?"),
        Refusal(
            change: create("action_item", "x"), kind: .badChange,
            message: "action_item 'x' has no 'title', which every action_item must have"),
        Refusal(
            change: create("action_item", "x", ["title": .localized([:])]), kind: .badChange,
            message: "action_item 'x' has no 'title', which every action_item must have"),
        Refusal(
            change: create("action_item", "x", ["title": .text("X")]), kind: .badChange,
            message: "action_item 'x': 'title': 'X' is not localized text"),
        Refusal(
            change: create("action_item", "x", ["title": .english("X"), "progress": .integer(101)]),
            kind: .badChange,
            message: "action_item 'x': 'progress': '101' is not a whole number from 0 to 100"),
        Refusal(
            change: create("action_item", "x", ["title": .english("X"), "status": .text("opne")]),
            kind: .badChange,
            message:
                "action_item 'x': 'status': 'opne' is not one of open, in_progress, blocked, done, cancelled; did you mean 'open'?"
        ),
        Refusal(
            change: create("action_item", "x", ["title": .english("X"), "owners": .records("jor", "jor")]),
            kind: .badChange,
            message: "action_item 'x': 'owners': the list has a record twice: jor, jor"),
        Refusal(
            change: create("action_item", "x", ["title": .english("X"), "owners": .records("jor", "lbn")]),
            kind: .unknownRecord,
            message: "action_item 'x': 'owners': there is no organization 'lbn'"),
        Refusal(
            change: create("action_item", "x", ["title": .english("X"), "owners": .list([.key(1)])]),
            kind: .badChange,
            message: "action_item 'x': 'owners': '#1' is not a list of identifiers of organization"),
        Refusal(
            change: create("action_item", "x", ["title": .english("X"), "tags": .list([.text("a\u{1F}b")])]),
            kind: .badChange,
            message: "action_item 'x': 'tags': 'a\u{1F}b' contains a unit separator (U+001F)"),
        Refusal(
            change: create("action_item", "x", ["title": .english("X"), "children": .records("a-1")]),
            kind: .badChange,
            message:
                "action_item 'x': 'children' is the other side of a reference; change the reference itself"),
        Refusal(
            change: create("action_item", "a-1", ["title": .english("X")]), kind: .badChange,
            message: "the identifier 'a-1' is taken; choose another for the action_item"),
        Refusal(
            change: create("action_item", "A 1", ["title": .english("X")]), kind: .badChange,
            message:
                "'A 1' cannot be the identifier of a new action_item: it has 1 to 64 lower-case letters, digits, '-', '_' and '.', and begins with a letter or digit"
        ),
        Refusal(
            change: .update(entity: "action_item", id: "a-9", base: nil, fields: [:]), kind: .unknownRecord,
            message: "there is no action_item 'a-9'"),
        Refusal(
            change: .update(entity: "action_item", id: "a-1", base: nil, fields: ["id": .text("b")]),
            kind: .badChange,
            message: "action_item 'a-1': an identifier is for good; it cannot be changed"),
        Refusal(
            change: .update(entity: "action_item", id: "a-1", base: nil, fields: ["title": .null]),
            kind: .badChange,
            message: "action_item 'a-1' has no 'title', which every action_item must have"),
        Refusal(
            change: .delete(entity: "action_item", id: "a-9"), kind: .unknownRecord,
            message: "there is no action_item 'a-9'"),
    ]

    @Test(arguments: refusals)
    func `a wrong change is refused with the place and the reason, and nothing of its set is made`(
        refusal: Refusal
    ) throws {
        let before = try store.dump()
        let error = #expect(throws: StoreError.self) {
            try store.make(
                create("organization", "lbn-2", ["name": .english("Lebanon"), "kind": .text("state")]),
                update("organization", "jor", ["active": .boolean(false)]), refusal.change)
        }
        #expect(error == StoreError(refusal.kind, refusal.message))
        #expect(try store.dump() == before)
        #expect(try store.snapshot().commit == 1)
    }

    @Test func `a record that is changed twice in one set is refused`() throws {
        let error = #expect(throws: StoreError.self) {
            try store.make(
                update("action_item", "a-1", ["progress": .integer(1)]),
                .delete(entity: "action_items", id: "a-1"))
        }
        #expect(
            error?.description == "action_item 'a-1' is changed twice in one change set; join the two changes"
        )
    }

    @Test func `a reference to what the same set deletes is refused`() throws {
        let error = #expect(throws: StoreError.self) {
            try store.make(
                create("action_item", "a-2", ["title": .english("Two"), "parent": .reference("a-1")]),
                .delete(entity: "action_item", id: "a-1"))
        }
        #expect(
            error?.description
                == "action_item 'a-1' cannot be deleted: it is still the 'parent' of action_item 'a-2'")
    }

    @Test func `a full disk is told, and nothing is changed`() throws {
        let before = try store.dump()
        _ = try store.write { connection throws(StoreError) in
            let limit = try Statement(connection, "PRAGMA page_count")
            _ = try limit.step()
            try Statement(connection, "PRAGMA max_page_count = \(limit.integer(0) + 2)").run()
        }
        let changes = (0..<2000).map { number in
            create("action_item", "n-\(number)", ["title": .english("Number \(number)")])
        }
        let error = #expect(throws: StoreError.self) { try store.apply(ChangeSet(changes, origin: .test)) }
        #expect(error?.kind == .full)
        #expect(try store.dump() == before)
        #expect(try store.make(update("action_item", "a-1", ["progress": .integer(1)])).number == 2)
    }

    @Test func `each change has its images in the audit log`() throws {
        try store.make(update("action_item", "a-1", ["due": .day(Day(number: 0)), "progress": .integer(5)]))
        try store.make(.delete(entity: "action_item", id: "a-1"))
        let first = #"{"kind":"task","title":{"en":"One"},"owners":["jor"],"status":"open"}"#
        let second =
            #"{"kind":"task","title":{"en":"One"},"owners":["jor"],"status":"open","due":"1970-01-01","progress":5}"#
        let entries = try store.write { connection throws(StoreError) in
            let rows = try Statement(
                connection,
                "SELECT commit_number, action, version_before, before, after FROM audit WHERE id = 'a-1' ORDER BY number"
            )
            var entries: [[String]] = []
            while try rows.step() { entries.append((0..<5).map { rows.isNull($0) ? "-" : rows.text($0) }) }
            return entries
        }
        #expect(
            entries == [
                ["1", "create", "-", "-", first], ["2", "update", "1", first, second],
                ["3", "delete", "2", second, "-"],
            ])
    }
}
