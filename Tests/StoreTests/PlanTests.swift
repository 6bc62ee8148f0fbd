import Community
import Testing

@testable import Store

@Suite struct PlanTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create("action_item", "a-1", ["title": .english("One"), "owners": .records("jor")]))
    }

    private func plan(_ changes: Change...) throws -> Planned { try Planned(changes, in: store) }

    @Test func `a plan says what becomes of each record, and writes nothing`() throws {
        let before = try store.dump()
        let plan = try plan(
            .create(entity: "action_items", id: nil, fields: ["title": .english("Two")]),
            .update(entity: "action_item", id: "a-1", base: 1, fields: ["status": .text("done")]),
            .upsert(entity: "organization", id: "jor", fields: ["name": .english("Jordan")]))
        #expect(try store.dump() == before)
        #expect(try store.snapshot().commit == 1)
        #expect(plan.summary.commit == 1)
        #expect(plan.summary.changed == 2 && plan.summary.unchanged == 1)
        #expect(plan.summary.events == ["action_item.create", "action_item.update"])
        #expect(plan.diffs.map(\.action) == [.create, .update])
        #expect(plan.diffs[0].fields.map(\.field.name) == ["kind", "title", "status"])
        #expect(plan.diffs[0].fields.allSatisfy { $0.before.isNull })
        #expect(plan.diffs[1].id == "a-1")
        #expect(plan.diffs[1].fields.map(\.before) == [.text("open")])
        #expect(plan.diffs[1].fields.map(\.after) == [.text("done")])
        // Applied, it is just that, under the identifier that was shown.
        let receipt = try #require(try plan.apply())
        #expect(receipt.identifiers == [plan.diffs[0].id, "a-1", "jor"])
        #expect(receipt.changed == 2)
    }

    @Test func `a plan is not applied when the community has moved on, but made anew`() throws {
        let change = Change.update(
            entity: "action_item", id: "a-1", base: 1, fields: ["status": .text("done")])
        let former = try plan(change)
        try store.make(
            .update(entity: "action_item", id: "a-1", base: 1, fields: ["progress": .integer(3)]))
        let before = try store.dump()
        #expect(try former.apply() == nil)
        #expect(try store.dump() == before)
        #expect(try plan(change).apply()?.number == 3)
    }

    @Test func `a plan of what changes nothing is empty, and a wrong one is refused`() throws {
        let same = try plan(
            .update(entity: "action_item", id: "a-1", base: nil, fields: ["status": .text("open")]))
        #expect(same.summary.changed == 0 && same.summary.events.isEmpty && same.diffs.isEmpty)
        #expect(throws: StoreError.self) { try plan(.delete(entity: "organization", id: "jor")) }
        #expect(try store.snapshot().commit == 1)
    }

    @Test func `warnings that were gone past are kept with the commit, and where it came from`() throws {
        var origin = ChangeSet.Origin.test
        origin.plugin = ChangeSet.Plugin(id: "follow_up", version: "1.2.0")
        origin.run = "run-4"
        let plan = try plan(.delete(entity: "action_item", id: "a-1"))
        let warning = ChangeSet.Warning(rule: "follow_up/kept", text: "\"Why\" delete it?")
        #expect(try plan.apply(from: origin, accepting: [warning])?.number == 2)
        let row = try store.write { connection throws(StoreError) in
            let row = try Statement(
                connection,
                "SELECT plugin, plugin_version, run, undone, warnings FROM commits WHERE number = 2")
            _ = try row.step()
            return (0..<5).map { row.isNull($0) ? "-" : row.text($0) }
        }
        #expect(row.dropLast() == ["follow_up", "1.2.0", "run-4", "-"])
        #expect([ChangeSet.Warning](json: row[4]) == [warning])
    }

    @Test func `an upsert makes what is not there, and changes what is`() throws {
        let changes = ChangeSet(
            [
                .upsert(entity: "action_item", id: "a-2", fields: ["title": .english("Two")]),
                .upsert(entity: "action_item", id: "a-1", fields: ["title": .english("First")]),
            ], origin: .test)
        #expect(try store.apply(changes).changed == 2)
        #expect(
            try store.apply(changes) == CommitReceipt(number: 2, identifiers: ["a-2", "a-1"], changed: 0))
    }

    @Test func `changes that come one by one are all made or none, and counted`() throws {
        var rest = (0..<1000).map { number in
            create(
                "action_item", "n-\(number)", ["title": .english("\(number)"), "parent": .reference("n-999")])
        }
        rest.append(.update(entity: "action_item", id: "a-1", base: nil, fields: [:]))
        var stream = rest[...]
        var shown = 0
        let summary = try store.plan(origin: .test, show: { _ in shown += 1 }, next: { stream.popFirst() })
        #expect(summary.created == 1000 && summary.unchanged == 1 && summary.updated == 0 && shown == 1000)
        struct Torn: Error {}
        let before = try store.dump()
        #expect(throws: Torn.self) {
            try store.apply(origin: .test) { commit in
                for change in rest {
                    try commit.add(change)
                    if change == rest[500] { throw Torn() }
                }
            }
        }
        #expect(try store.dump() == before)
        let addAll = { (commit: OpenCommit) throws in
            for change in rest { try commit.add(change) }
        }
        #expect(try store.apply(origin: .test, planned: summary.commit + 1, changes: addAll) == nil)
        #expect(try store.apply(origin: .test, planned: summary.commit, changes: addAll)?.changed == 1000)
    }
}
