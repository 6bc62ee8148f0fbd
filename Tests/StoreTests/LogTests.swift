import Community
import Foundation
import Testing

@testable import Store

/// Who reads what in the log of changes, and what is left of an erased person.
@Suite struct LogTests {
    let fixture: Fixture
    private var store: Store { fixture.store }

    init() throws {
        fixture = try Fixture()
    }

    @discardableResult
    private func change(_ by: String, _ command: String, _ changes: Change...) throws -> Int64 {
        let origin = ChangeSet.Origin(by: by, command: command, at: .test)
        return try store.apply(ChangeSet(changes, origin: origin)).number
    }

    private func update(_ entity: String, _ id: String, _ fields: [String: FieldValue]) -> Change {
        .update(entity: entity, id: id, base: nil, fields: fields)
    }

    private func diffs(_ viewer: String?, _ number: Int64) throws -> [RecordDiff] {
        let snapshot = try store.snapshot(as: viewer)
        var diffs: [RecordDiff] = []
        try snapshot.diffs(of: snapshot.loggedCommit(number)) { diffs.append($0) }
        return diffs
    }

    /// A rule is asked about what its maker may see, and its words are anything.
    @Test func `the words of warnings are for those who went past them, and for moderators`() throws {
        var changes = ChangeSet(
            [update("action_item", "a-free", ["progress": .integer(9)])],
            origin: ChangeSet.Origin(by: "focal-lbn", command: "edit", at: .test))
        changes.accepted = [ChangeSet.Warning(rule: "strict/progress", text: "action_item 'hidden': Secret")]
        let number = try store.apply(changes).number
        for (viewer, count) in [
            (nil, 1), ("moderator", 1), ("admin", 1), ("focal-lbn", 1), ("focal", nil), ("member", nil),
            ("member-lbn", nil),
        ] as [(String?, Int?)] {
            let shown = try? store.snapshot(as: viewer).loggedCommit(number).accepted.count
            #expect(shown ?? 0 == count ?? 0, "\(viewer ?? "-")")
        }
        // Of the same organization, and without the words.
        try store.apply(
            ChangeSet(
                [
                    .create(
                        entity: "member", id: "focal-lbn-2",
                        fields: [
                            "name": .text("Second"), "role": .text("focal_point"),
                            "organization": .reference("lbn"),
                        ])
                ], origin: .test))
        let commit = try store.snapshot(as: "focal-lbn-2").loggedCommit(number)
        #expect(commit.records == 1 && commit.accepted.isEmpty)
    }

    @Test func `everybody sees the commits that are theirs to see`() throws {
        let byMember = try change("member", "add", update("action_item", "a-free", ["progress": .integer(9)]))
        let byOther = try change(
            "focal-lbn", "edit", update("action_item", "a-open", ["progress": .integer(9)]))
        // Of a record that none of these sees.
        let byFocal = try change(
            "focal", "edit", update("practice", "p-closed", ["source": .text("s")]))
        let expected: [String?: [Int64]] = [
            nil: [byFocal, byOther, byMember, 1], "admin": [byFocal, byOther, byMember, 1],
            "moderator": [byFocal, byOther, byMember, 1], "focal": [byFocal, byMember],
            "member": [byMember], "focal-lbn": [byOther], "member-lbn": [],
        ]
        for (viewer, numbers) in expected {
            let snapshot = try store.snapshot(as: viewer)
            #expect(try snapshot.commits(LogQuery()).map(\.number) == numbers, "\(viewer ?? "-")")
            for number in [1, byMember, byOther, byFocal] where !numbers.contains(number) {
                let error = #expect(throws: StoreError.self) { try snapshot.loggedCommit(number) }
                #expect(error?.description == "there is no commit \(number); 'halqa changes list' shows them")
                let undo = #expect(throws: StoreError.self) {
                    try store.undo(number, origin: .test, for: snapshot.viewer)
                }
                #expect(undo == error)
            }
        }
        #expect(try store.snapshot(as: "focal").loggedCommit(byFocal).records == 0)
        #expect(try diffs("focal", byFocal).isEmpty)
        let observer = try store.snapshot(as: "observer")
        let error = #expect(throws: StoreError.self) { try observer.commits(LogQuery()) }
        #expect(error?.kind == .notPermitted)
    }

    @Test func `a diff shows what its reader may know of the record now`() throws {
        let number = try change(
            "focal-lbn", "edit",
            update(
                "member", "member-lbn",
                ["email": .text("new@example.org"), "position": .english("Judge")]),
            update("practice", "p-draft-lbn", ["adapted_from": .reference("p-closed")]),
            .delete(entity: "progress_report", id: "r-a-open"))
        #expect(
            try diffs(nil, number).map { $0.fields.map(\.field.name) }.prefix(2) == [
                ["position", "email"], ["adapted_from"],
            ])
        let seen = try diffs("focal-lbn", number)
        #expect(seen.map(\.id) == ["member-lbn", "p-draft-lbn", "r-a-open"])
        #expect(seen[0].fields.map(\.field.name) == ["position", "email"])
        #expect(seen[1].fields.map(\.after) == [.null])
        #expect(seen[1].fields.map(\.before) == [.reference("p-open")])
        #expect(seen[2].fields.isEmpty)
        // In another organization, the same person reads less of what they did.
        try change("operator", "edit", update("member", "focal-lbn", ["organization": .reference("jor")]))
        let now = try diffs("focal-lbn", number)
        #expect(now.map(\.id) == ["member-lbn", "r-a-open"])
        #expect(now[0].fields.map(\.field.name) == ["position"])
    }

    @Test func `commits are found by record, entity, person, plugin and time`() throws {
        var origin = ChangeSet.Origin(by: "admin", command: "import", at: Instant(milliseconds: 5))
        origin.plugin = ChangeSet.Plugin(id: "follow_up", version: "1.0.0")
        try store.apply(
            ChangeSet([update("action_item", "a-free", ["progress": .integer(1)])], origin: origin))
        try change("operator", "delete", .delete(entity: "progress_report", id: "r-a-free"))
        let snapshot = try store.snapshot()
        func numbers(_ set: (inout LogQuery) throws -> Void) throws -> [Int64] {
            var query = LogQuery()
            try set(&query)
            return try snapshot.commits(query).map(\.number)
        }
        #expect(try numbers { $0.plugin = "follow_up" } == [2])
        #expect(try numbers { $0.by = "operator" } == [3, 1])
        #expect(try numbers { $0.until = Instant(milliseconds: 6) } == [2])
        #expect(try numbers { $0.since = Instant(milliseconds: 6) } == [3, 1])
        #expect(try numbers { $0.limit = 1 } == [3])
        let item = try snapshot.schema.entity("action_item")
        let report = try snapshot.schema.entity("progress_report")
        #expect(try numbers { $0.entity = item } == [2, 1])
        #expect(
            try numbers {
                $0.entity = item
                $0.record = "a-free"
            } == [2, 1])
        #expect(
            try numbers {
                $0.entity = report
                $0.record = "r-a-free"
            } == [3, 1])
        let error = #expect(throws: StoreError.self) {
            try numbers {
                $0.entity = item
                $0.record = "a-nothing"
            }
        }
        #expect(error?.kind == .unknownRecord)
    }

    // MARK: Erasure

    private func erase(_ id: String, for viewer: Viewer = .operator) throws -> Erasure {
        try store.eraseAsTest(id, for: viewer)
    }

    private func fileHas(_ text: String) throws -> Bool {
        for name in try FileManager.default.contentsOfDirectory(atPath: store.path) {
            let path = "\(store.path)/\(name)"
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            if data.range(of: Data(text.utf8)) != nil { return true }
        }
        return false
    }

    private func person() throws {
        try change(
            "operator", "add",
            create(
                "member", "khalil-amal",
                [
                    "name": .text("Amal Khalil"), "organization": .reference("jor"),
                    "email": .text("zephyrine@example.org"), "phone": .text("+962 79 555 1234"),
                    "position": .english("Xylographer"), "language": .text("ar"),
                ]))
        try change(
            "khalil-amal", "edit", update("member", "khalil-amal", ["name": .text("Quintilla Khalil")]),
            update("action_item", "a-free", ["assignee": .reference("khalil-amal")]),
            update("agenda_item", "ai-open", ["speakers": .records("khalil-amal", "member")]),
            update("session", "open", ["minutes": .english("As Amal Khalil said …")]))
        try store.record(
            RunRecord(
                id: "run-1", at: .test, viewer: "khalil-amal", script: "s.lua", source: "hash", commit: 3,
                outcome: "done", details: Array("\"owner\":\"Amal Khalil\"".utf8)), text: [])
    }

    @Test func `an erased person is in no record, image, receipt, index nor page of the file`() throws {
        try person()
        #expect(try fileHas("zephyrine"))
        let erasure = try erase("khalil-amal")
        #expect(erasure.id.hasPrefix("erased-"))
        #expect(erasure.receipts == 1)
        #expect(erasure.isPurged)
        #expect(erasure.mentions == [Erasure.Mention(entity: "session", id: "open", field: "minutes")])
        for text in ["zephyrine", "Quintilla", "quintilla", "555 1234", "ylographer", "khalil-amal"] {
            #expect(try !fileHas(text), "\(text)")
        }
        let snapshot = try store.snapshot()
        let member = try snapshot.schema.entity("member")
        let key = try snapshot.key(of: erasure.id, in: member)
        #expect(try snapshot.labels(member, [key]) == [key: "Erased person"])
        var query = Query("action_item")
        query.conditions = [.field("assignee", .equals(.key(key)))]
        #expect(try snapshot.count(query) == 1)
        #expect(try store.runs().first?.viewer == erasure.id)
        #expect(Store.check(store.path).allSatisfy { $0.subject != "integrity" || $0.severity == .fine })
    }

    @Test func `no undo and no going back brings an erased person back`() throws {
        try person()
        let erasure = try erase("khalil-amal")
        for number in [3, 2] as [Int64] {
            _ = try? store.undo(number, origin: .test)
            #expect(try !fileHas("zephyrine"))
        }
        let old = try store.historical(at: 3, copiedTo: fixture.folder.path + "/old")
        let snapshot = try old.snapshot()
        let member = try snapshot.schema.entity("member")
        let key = try snapshot.key(of: erasure.id, in: member)
        #expect(try snapshot.labels(member, [key]) == [key: "Erased person"])
        let email = try #require(member.field("email"))
        #expect(try snapshot.value(of: email, member, key) == .null)
    }

    @Test func `an identifier that tells nothing stays, and one who is deleted is erased from the log`()
        throws
    {
        try change(
            "operator", "add",
            create("member", "lbn-7", ["name": .text("Focal point"), "organization": .reference("lbn")]))
        #expect(try erase("lbn-7").id == "lbn-7")
        try person()
        try change(
            "operator", "edit", update("action_item", "a-free", ["assignee": .null]),
            update("agenda_item", "ai-open", ["speakers": .null]))
        try change("operator", "delete", .delete(entity: "member", id: "khalil-amal"))
        _ = try erase("khalil-amal")
        for text in ["zephyrine", "Quintilla", "khalil-amal"] { #expect(try !fileHas(text), "\(text)") }
    }

    @Test(arguments: ["moderator", "focal", "member"])
    func `only administrators erase`(viewer: String) throws {
        let error = #expect(throws: StoreError.self) {
            try erase("member-lbn", for: store.snapshot(as: viewer).viewer)
        }
        #expect(error?.kind == .notPermitted)
        #expect(try erase("member-lbn", for: store.snapshot(as: "admin").viewer).id != "member-lbn")
    }
}
