import Community
import Foundation
import Testing

@testable import Store

@Suite struct CustomFieldHistoryTests: CustomFieldSuite {
    let community: CustomFieldCommunity

    init() throws { community = try CustomFieldCommunity() }

    @Test func `backups carry the fields, and a restored community has them`() throws {
        try store.declare(Self.all(), of: "follow_up", by: .test)
        try store.make(set("a-1", "number", .text("N-1")))
        try store.backup(to: folder.path + "/copy.db")
        try Store.restore(from: folder.path + "/copy.db", to: folder.path + "/restored")
        let restored = try Store(opening: folder.path + "/restored", for: .writing)
        #expect(try value(restored.snapshot(), 1, "number") == .text("N-1"))
        #expect(try restored.customFields() == store.customFields())
        #expect(Store.check(folder.path + "/restored").allSatisfy { $0.severity == .fine })
    }

    @Test func `the community of an earlier commit has the fields of then`() throws {
        let stage = FieldType.choice([Choice("early", title: [:])])
        try store.declare([Self.field("stage", stage, title: ["en": "Then"])], of: "follow_up", by: .test)
        try store.make(set("a-1", "stage", .text("early")))
        let wider = FieldType.choice([Choice("early", title: [:]), Choice("late", title: [:])])
        try store.declare(
            [Self.field("stage", wider, title: ["en": "Now"]), Self.field("note", .localizedText)],
            of: "follow_up", by: .test)
        try store.make(set("a-1", "stage", .text("late")), set("a-2", "note", .english("remembered")))
        #expect(try store.snapshot().commit == 5)
        func past(_ commit: Int64) throws -> Snapshot {
            let past = try store.historical(at: commit, copiedTo: folder.path + "/past-\(commit)").snapshot()
            #expect(past.commit == commit)
            return past
        }
        #expect(try past(1).schema == .standard)
        let declared = try past(2)
        #expect(try value(declared, 1, "stage") == .null)
        let first = try past(3)
        let entity = try first.schema.entity("action_item")
        #expect(entity.fields.filter(\.isCustom).map(\.name) == ["x.follow_up.stage"])
        #expect(entity.field("x.follow_up.stage")?.title == ["en": "Then"])
        #expect(entity.field("x.follow_up.stage")?.type == stage)
        #expect(try value(first, 1, "stage") == .text("early"))
        let second = try past(4)
        #expect(try value(second, 1, "stage") == .text("early"))
        #expect(try keys(second, search: "remembered").isEmpty)
        #expect(try second.schema == store.snapshot().schema)
        #expect(try keys(past(5), search: "remembered") == [2])
    }

    @Test func `history survives fields that the community has no longer, or has as others`() throws {
        try store.declare(
            [Self.field("number", .text), Self.field("note", .text)], of: "follow_up", by: .test)
        try store.make(set("a-1", "number", .text("N-1")), set("a-2", "note", .text("kept")))
        try store.make(.delete(entity: "action_item", id: "a-1"))
        try store.declare([Self.field("note", .text)], of: "follow_up", by: .test)
        try store.purgeFields(of: "follow_up", by: .test)
        try store.declare(
            [Self.field("note", .text), Self.field("number", .integer(0...9))], of: "follow_up", by: .test)
        try store.make(set("a-2", "number", .integer(7)))
        let past = try store.historical(at: 3, copiedTo: folder.path + "/past").snapshot()
        #expect(past.commit == 3)
        #expect(try past.count(Query("action_item")) == 3)
        #expect(try value(past, 2, "note") == .text("kept"))
        #expect(throws: SchemaError.self) {
            try past.schema.field("x.follow_up.number", of: past.schema.entity("action_item"))
        }
        let field = try #require(
            try store.snapshot().schema.entity("action_item").field("x.follow_up.number"))
        #expect(try RecordImage.values("{\"x.follow_up.number\":\"N-1\"}", of: [field]) == [.null])
        #expect(try RecordImage.values("{\"x.follow_up.number\":7}", of: [field]) == [.integer(7)])
    }

    @Test func `what was made personal is so in the past as well`() throws {
        try store.declare([Self.field("note", .text)], of: "follow_up", by: .test)
        try store.make(set("a-1", "note", .text("open")))
        try store.declare([Self.field("note", .text, isPersonal: true)], of: "follow_up", by: .test)
        let past = try store.historical(at: 3, copiedTo: folder.path + "/past")
        #expect(try value(past.snapshot(as: "m-1"), 1, "note") == .null)
        #expect(try value(past.snapshot(), 1, "note") == .text("open"))
        #expect(try keys(past.snapshot(as: "m-1"), search: "open").isEmpty)
    }
}
