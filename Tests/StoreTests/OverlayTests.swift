import Community
import Testing

@testable import Store

/// Changes laid over a snapshot: what is read then is what would be read after making them.
@Suite struct OverlayTests {
    private static let viewers: [String?] = [nil, "focal", "member-lbn", "observer"]
    private static let words = ["common", "commun", "مشترك", "xopen", "new", "n", "post", "jor", "unhcr"]

    /// A change set on the fixture, random but the same for a seed: some can be made, some not.
    private static func changes(_ seed: UInt64) -> [Change] {
        var generator = SeededGenerator(seed: seed)
        func any<Value>(_ values: [Value]) -> Value {
            values[Int.random(in: values.indices, using: &generator)]
        }
        let items = ["a-free", "a-open", "a-members", "a-draft", "a-closed-owned", "a-closed-lbn"]
        let sessions = ["open", "members", "chatham", "closed-lbn", "open-draft"]
        let organizations = ["jor", "lbn", "unhcr"]
        var used: Set<String> = []
        func once(_ id: String) -> String? { used.insert(id).inserted ? id : nil }
        var changes: [Change] = []
        for number in 0..<Int.random(in: 1...9, using: &generator) {
            let word = any(["new", "common", "n\(number)"])
            let title = FieldValue.localized(["en": "\(word) item", "ar": "مشترك \(word)"])
            switch Int.random(in: 0...8, using: &generator) {
            case 0, 1:
                changes.append(
                    create(
                        "action_item", "n-\(number)",
                        [
                            "title": title, "owners": .records(any(organizations), "new-org"),
                            "parent": .reference(any(items + ["n-\(number + 1)"])),
                            "session": .reference(any(sessions)), "progress": .integer(Int64(number)),
                        ]))
                if used.insert("new-org").inserted {
                    changes.append(
                        create("organization", "new-org", ["name": .english("new"), "kind": .text("state")]))
                }
            case 2, 3:
                guard let id = once(any(items)) else { continue }
                var fields = ["status": FieldValue.text(any(["open", "done", "cancelled"]))]
                if Bool.random(using: &generator) { fields["title"] = title }
                if Bool.random(using: &generator) { fields["owners"] = .records(any(organizations)) }
                if Bool.random(using: &generator) { fields["session"] = .reference(any(sessions)) }
                changes.append(.update(entity: "action_item", id: id, base: nil, fields: fields))
            case 4:
                guard let id = once("r-\(any(items))") else { continue }
                changes.append(.delete(entity: "progress_report", id: id))
            case 5:
                guard let id = once(any(items)) else { continue }
                changes.append(.delete(entity: "action_item", id: id))
                if let report = once("r-\(id)") {
                    changes.append(.delete(entity: "progress_report", id: report))
                }
            case 6:
                guard let id = once(any(sessions)) else { continue }
                changes.append(
                    .update(
                        entity: "session", id: id, base: nil,
                        fields: [
                            "confidentiality": .text(any(["open", "members", "closed"])),
                            "status": .text(any(["draft", "scheduled", "held"])),
                            "hosts": .records(any(organizations)), "title": title,
                        ]))
            case 7:
                guard let id = once("at-\(any(["open", "members"]))-member") else { continue }
                changes.append(
                    Bool.random(using: &generator)
                        ? .delete(entity: "attendance", id: id)
                        : .update(
                            entity: "attendance", id: id, base: nil, fields: ["attended": .boolean(false)]))
            default:
                guard let id = once(any(["p-open", "p-members", "p-draft-jor"])) else { continue }
                changes.append(
                    .upsert(
                        entity: "practice", id: id,
                        fields: ["title": title, "organizations": .records("jor", "lbn"), "tags": .list([])]))
            }
        }
        return changes
    }

    /// What laying them over and making them come to must be the same, for every viewer, or the same refusal.
    private func compare(
        _ fixture: Fixture, lay: (Snapshot) throws -> Void, make: () throws -> Void
    ) throws -> Bool {
        let file = try fixture.store.dump()
        var laid: [String?: [String]] = [:]
        var refusal: String?
        for viewer in Self.viewers {
            // Laid by the operator, who may; read by each.
            let snapshot = try fixture.store.snapshot(as: viewer)
            do {
                try lay(snapshot)
                laid[viewer] = try snapshot.readings(searching: Self.words)
            } catch let error as StoreError { refusal = error.description }
        }
        #expect(try fixture.store.dump() == file)
        do { try make() } catch let error as StoreError {
            #expect(error.description == refusal)
            return false
        }
        #expect(refusal == nil)
        for (viewer, readings) in laid {
            let snapshot = try fixture.store.snapshot(as: viewer)
            let expected = try snapshot.readings(searching: Self.words)
            #expect(readings.count == expected.count)
            for (line, other) in zip(readings, expected) where line != other {
                Issue.record("\(viewer ?? "operator") reads \(line), and after: \(other)")
                break
            }
        }
        return true
    }

    @Test(arguments: Array(1...8) as [UInt64])
    func `what is read with changes laid over it is what is read after making them`(seed: UInt64) throws {
        let fixture = try Fixture()
        let changes = Self.changes(seed)
        let made = try compare(fixture) { snapshot in
            var rest = changes[...]
            try snapshot.lay(as: .operator) { rest.popFirst() }
        } make: {
            try fixture.store.apply(ChangeSet(changes, origin: .test))
        }
        guard made else { return }
        let number = try fixture.store.snapshot().commit
        _ = try compare(fixture) { snapshot in
            try snapshot.lay(undoOf: number, as: .operator)
        } make: {
            try fixture.store.undo(number, origin: .test)
        }
    }

    @Test func `it tells what becomes of each record, as a plan does`() throws {
        let fixture = try Fixture()
        let changes: [Change] = [
            create("action_item", "n-1", ["title": .english("new"), "owners": .records("jor")]),
            .update(
                entity: "action_item", id: "a-open", base: nil,
                fields: ["status": .text("done"), "owners": .records("lbn")]),
            .update(entity: "action_item", id: "a-free", base: nil, fields: [:]),
            .delete(entity: "progress_report", id: "r-a-free"),
        ]
        let plan = try Planned(changes, in: fixture.store)
        let snapshot = try fixture.store.snapshot()
        var rest = changes[...]
        #expect(try snapshot.lay { rest.popFirst() } == 3)
        let events: Set = ["action_item.create", "action_item.update", "progress_report.delete"]
        let laid = try snapshot.laidChanges(events, limit: 10)
        #expect(laid.map(\.id) == plan.diffs.map(\.id))
        #expect(laid.map(\.action) == plan.diffs.map(\.action))
        #expect(laid.map(\.fields) == plan.diffs.map { $0.fields.map(\.field.name) })
        #expect(try snapshot.laidChanges(["action_item.update"], limit: 10).map(\.id) == ["a-open"])
        #expect(try snapshot.laidChanges(events, after: 1, limit: 1).map(\.number) == [2])
        // What no change touches is read from where it always was.
        #expect(snapshot.overlay?.covered == ["action_item", "progress_report"])
    }

    @Test(arguments: viewers)
    func `records and what they lead to are found by their keys, also where changes are laid`(viewer: String?)
        throws
    {
        let fixture = try Fixture()
        let snapshot = try fixture.store.snapshot(as: viewer)
        var changes = [
            Change.update(entity: "action_item", id: "a-free", base: nil, fields: ["progress": .integer(1)])
        ][...]
        try snapshot.lay(as: .operator) { changes.popFirst() }
        let overlay = try #require(snapshot.overlay)
        try Statement(snapshot.connection.pointer, "PRAGMA query_only = OFF").run()
        for entity in snapshot.schema.entities { try overlay.cover(entity) }
        var read = 0
        for entity in snapshot.schema.entities {
            let columns = entity.fields.indices.filter { entity.fields[$0].type.isInColumn }
            var queries = [try snapshot.lookup(entity, [1, 2], columns)]
            for field in entity.fields where field.type.isMany && field.type.target != nil {
                queries.append(try snapshot.relation(entity, field, [1, 2]))
            }
            for sql in queries {
                var plan: [String] = []
                try snapshot.rows("EXPLAIN QUERY PLAN \(sql)") { plan.append($0.text(3)) }
                #expect(plan.contains { $0.hasPrefix("SEARCH main.\(entity.name) ") }, "\(sql.text): \(plan)")
                #expect(!plan.contains { $0.hasPrefix("SCAN main.") }, "\(sql.text): \(plan)")
                read += 1
            }
        }
        #expect(read > snapshot.schema.entities.count)
    }

    @Test func `what is read is as the member may see it, who makes the changes`() throws {
        let fixture = try Fixture()
        let snapshot = try fixture.store.snapshot(as: "member")
        let refused = #expect(throws: StoreError.self) {
            var rest = [Change.delete(entity: "action_item", id: "a-free")][...]
            try snapshot.lay { rest.popFirst() }
        }
        #expect(refused?.kind == .notPermitted)
    }
}
