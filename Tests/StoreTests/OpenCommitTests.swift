import Community
import Testing

@testable import Store

@Suite struct OpenCommitTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
    }

    private let jordan = create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")])
    private let lebanon = create(
        "organization", "lbn", ["name": .english("Lebanon"), "kind": .text("state")])
    private let run = RunRecord(
        id: "run-1", at: .test, viewer: "operator", script: "s.lua", source: "hash", commit: 0,
        outcome: "done", details: [])

    @Test func `changes are made as they come, and the receipt of their run is kept with them`() throws {
        let receipt = try store.apply(origin: .test) { commit in
            try commit.add(jordan)
            try commit.add(lebanon)
            #expect(try commit.record(run, text: []) == nil)
        }
        #expect(receipt?.changed == 2)
        #expect(try store.snapshot().count(Query("organization")) == 2)
        #expect(try store.runs() == [run])
    }

    @Test func `one that is given up leaves nothing, and others write from then on`() throws {
        let other = try Store(opening: store.path, for: .writing)
        let receipt = try store.apply(origin: .test) { commit in
            try commit.add(jordan)
            _ = try commit.record(run, text: [])
            commit.abandon()
            commit.abandon()
            #expect(!commit.isOpen)
            #expect(throws: StoreError.self) { try commit.add(lebanon) }
            #expect(throws: StoreError.self) { try commit.record(run, text: []) }
            try other.make(lebanon)
        }
        #expect(receipt == nil)
        let snapshot = try store.snapshot()
        #expect(snapshot.commit == 1)
        #expect(try snapshot.key(store.schema.entity("organization"), id: "jor") == nil)
        #expect(try snapshot.key(store.schema.entity("organization"), id: "lbn") != nil)
        #expect(try store.runs().isEmpty)
        // The connection is as good as before.
        try store.make(jordan)
    }

    @Test func `a change that is refused leaves nothing of those before`() throws {
        #expect(throws: StoreError.self) {
            try store.apply(origin: .test) { commit in
                try commit.add(jordan)
                _ = try commit.record(run, text: [])
                try commit.add(create("member", "m", ["organization": .reference("jor")]))
            }
        }
        #expect(try store.snapshot().commit == 0)
        #expect(try store.runs().isEmpty)
    }

    @Test func `an upsert of a record that the same commit has made is refused, also while it waits`() throws
    {
        let waiting = Change.upsert(
            entity: "member", id: "m", fields: ["name": .text("Amal"), "organization": .reference("jor")])
        let error = #expect(throws: StoreError.self) {
            try store.apply(origin: .test) { commit in
                try commit.add(waiting)
                try commit.add(waiting)
            }
        }
        #expect(error?.kind == .badChange)
        let twice = #expect(throws: StoreError.self) {
            try store.apply(origin: .test) { commit in
                try commit.add(jordan)
                try commit.add(.upsert(entity: "organization", id: "jor", fields: ["kind": .text("other")]))
            }
        }
        #expect(twice?.kind == .badChange)
    }
}
