import Community
import Testing

@testable import Store

@Suite struct UndoTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create("member", "m-1", ["name": .text("Focal point"), "organization": .reference("jor")]),
            create(
                "action_item", "a-1",
                [
                    "title": .english("One"), "owners": .records("jor"), "assignee": .reference("m-1"),
                    "tags": .list([.text("x")]),
                ]))
    }

    private func update(_ id: String, _ fields: [String: FieldValue]) throws {
        try store.make(.update(entity: "action_item", id: id, base: nil, fields: fields))
    }

    private func refusal(_ number: Int64) throws -> String? {
        let before = try store.dump()
        let error = #expect(throws: StoreError.self) { try store.undo(number, origin: .test) }
        #expect(try store.dump() == before)
        #expect(error?.kind == .conflict)
        return error?.description
    }

    @Test func `what a commit made goes, what it changed is as before, what it deleted comes back`() throws {
        let before = try store.content()
        try store.make(
            create("action_item", "a-2", ["title": .english("Two"), "parent": .reference("a-3")]),
            create("action_item", "a-3", ["title": .english("Three"), "parent": .reference("a-1")]),
            .update(entity: "organization", id: "jor", base: nil, fields: ["active": .boolean(false)]))
        let between = try store.content()
        #expect(try store.undo(2, origin: .test).number == 3)
        #expect(try store.content() == before)
        // The undo of the undo: the same records again, under their keys and identifiers.
        try store.undo(3, origin: .test)
        #expect(try store.content() == between)
        try store.make(
            .delete(entity: "action_item", id: "a-2"), .delete(entity: "action_item", id: "a-3"),
            .delete(entity: "action_item", id: "a-1"), .delete(entity: "member", id: "m-1"))
        try store.undo(5, origin: .test)
        #expect(try store.content() == between)
    }

    @Test func `later changes of other fields stay, also other languages of a text and items of a list`()
        throws
    {
        try update(
            "a-1",
            [
                "status": .text("done"), "title": .localized(["en": "One", "ar": "واحد"]),
                "tags": .list([.text("x"), .text("y")]),
            ])
        try update(
            "a-1",
            [
                "progress": .integer(5), "title": .localized(["en": "The first", "ar": "واحد"]),
                "tags": .list([.text("x"), .text("y"), .text("z")]),
            ])
        var diffs: [RecordDiff] = []
        let plan = try store.plan(undoOf: 2, origin: .test) { diffs.append($0) }
        #expect(diffs.first?.fields.map(\.field.name) == ["title", "status", "tags"])
        #expect(diffs.first?.fields.map(\.isMerged) == [true, false, true])
        func undo(planned: Int64) throws -> CommitReceipt? {
            try store.undo(2, origin: .test, accepting: [], planned: planned, for: .operator)
        }
        #expect(try undo(planned: plan.commit - 1) == nil)
        #expect(try undo(planned: plan.commit)?.number == 4)
        diffs = []
        _ = try store.plan(undoOf: 4, origin: .test) { diffs.append($0) }
        let diff = try #require(diffs.first)
        #expect(
            diff.fields.map(\.before) == [
                .english("The first"), .text("open"), .list([.text("x"), .text("z")]),
            ])
    }

    @Test func `what is in the way is named, with its commits`() throws {
        try update("a-1", ["status": .text("done"), "progress": .integer(1)])
        try update("a-1", ["status": .text("blocked")])
        try update("a-1", ["status": .text("in_progress"), "due": .day(Day(number: 1))])
        #expect(
            try refusal(2)
                == "commit 2 cannot be undone: 'status' of action_item 'a-1' was changed since (in commits 3, 4). "
                + "To take that back first, in this order: halqa changes undo 4, halqa changes undo 3"
        )
        try store.make(create("action_item", "a-2", ["title": .english("Two")]))
        try update("a-2", ["parent": .reference("a-1")])
        #expect(
            try refusal(5)
                == "commit 5 cannot be undone: action_item 'a-2' was changed since (in commit 6). "
                + "To take that back first: halqa changes undo 6")
        try store.make(.delete(entity: "action_item", id: "a-2"))
        #expect(
            try refusal(6)
                == "commit 6 cannot be undone: action_item 'a-2' was deleted since (in commit 7). "
                + "To take that back first: halqa changes undo 7")
        try store.make(create("action_item", "a-2", ["title": .english("Another")]))
        #expect(
            try refusal(7)
                == "commit 7 cannot be undone: the identifier 'a-2' is that of another action item now")
        #expect(try refusal(5) == "nothing is left to undo of commit 5: all is as it was before")
    }

    @Test func `a record that is referred to since stays, and what it referred to must be there`() throws {
        try store.make(create("action_item", "a-2", ["title": .english("Two")]))
        try update("a-1", ["parent": .reference("a-2")])
        #expect(
            try refusal(2)
                == "action_item 'a-2' cannot be deleted: it is still the 'parent' of action_item 'a-1'")
        try store.make(.delete(entity: "action_item", id: "a-1"))
        try store.make(.delete(entity: "action_item", id: "a-2"))
        let error = #expect(throws: StoreError.self) { try store.undo(4, origin: .test) }
        #expect(error?.description == "action_item 'a-1': 'parent': there is no action_item 'a-2'")
    }

    @Test(arguments: [0, 2, 99, -1] as [Int64])
    func `there is no undoing what there is not`(number: Int64) throws {
        let error = #expect(throws: StoreError.self) { try store.undo(number, origin: .test) }
        #expect(error?.kind == .missing)
        #expect(error?.description == "there is no commit \(number); 'halqa changes list' shows them")
    }

    @Test(arguments: Array(1...8) as [UInt64])
    func `any sequence of change sets followed by their undos gives the original content`(seed: UInt64) throws
    {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        var random = HistoryTests.RandomChanges(seed: seed)
        // Content after each of the commits that still count, with their numbers.
        var history = [(number: Int64(0), content: try store.content())]
        for step in 0..<40 {
            do {
                let receipt = try store.apply(ChangeSet(random.next(), origin: .test))
                if receipt.changed > 0 { history.append((receipt.number, try store.content())) }
            } catch let error as StoreError {
                #expect(error.kind == .conflict || error.kind == .unknownRecord, "\(error)")
            }
            // Now and then some are undone, and the undo of that is undone as well.
            guard step % 7 == 6 else { continue }
            guard let last = history.last, history.count > 1 else { continue }
            let undo = try store.undo(last.number, origin: .test).number
            #expect(try store.content() == history[history.count - 2].content)
            try store.undo(undo, origin: .test)
            #expect(try store.content() == last.content)
        }
        #expect(history.count > 10)
        while history.count > 1 {
            try store.undo(history.removeLast().number, origin: .test)
            #expect(try store.content() == history.last?.content)
        }
    }

    @Test(arguments: Array(1...6) as [UInt64])
    func `an undo out of order does all or nothing, and its undo brings back what it took`(seed: UInt64)
        throws
    {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        var random = HistoryTests.RandomChanges(seed: seed)
        for _ in 0..<40 {
            _ = try? store.apply(ChangeSet(random.next(), origin: .test))
        }
        var undone = 0
        for number in 1...(try store.snapshot().commit) {
            let before = try store.content()
            do {
                let undo = try store.undo(number, origin: .test).number
                undone += 1
                try store.undo(undo, origin: .test)
            } catch {
                #expect(error.kind == .conflict || error.kind == .unknownRecord, "\(error)")
            }
            #expect(try store.content() == before, "commit \(number)")
        }
        #expect(undone > 0)
    }
}
