import Community
import Foundation
import Testing

@testable import Store

@Suite struct CustomFieldUpdateTests: CustomFieldSuite {
    let community: CustomFieldCommunity

    init() throws { community = try CustomFieldCommunity() }

    // MARK: Others who have the community open

    @Test func `whoever has the community open reads and writes by the fields of the moment`() throws {
        let reader = try Store(opening: path, for: .reading)
        let writer = try Store(opening: path, for: .writing)
        let before = try reader.snapshot()
        try store.declare([Self.field("number", .text)], of: "follow_up", by: .test)
        try writer.make(set("a-1", "number", .text("N-1")))
        // By a schema without the field, its value would be missing from the image.
        try writer.make(
            .update(entity: "action_item", id: "a-1", base: nil, fields: ["tags": .list([.text("t")])]))
        #expect(try images("a-1").last?.contains("N-1") == true)
        #expect(try value(reader.snapshot(), 1, "number") == .text("N-1"))
        #expect(try keys(reader.snapshot(), search: "N-1") == [1])
        #expect(throws: SchemaError.self) {
            try before.schema.field("x.follow_up.number", of: before.schema.entity("action_item"))
        }
        #expect(try before.count(Query("action_item")) == 3)
        try store.retireFields(of: "follow_up")
        try store.purgeFields(of: "follow_up", by: .test)
        let error = #expect(throws: StoreError.self) { try writer.make(set("a-1", "number", .text("N-2"))) }
        #expect(error?.description.contains("'x.follow_up.number' is not a field of action_item") == true)
        try writer.make(.update(entity: "action_item", id: "a-1", base: nil, fields: ["tags": .null]))
        #expect(try keys(reader.snapshot(), search: "N-1").isEmpty)
    }

    // MARK: Updates of plugins

    @Test func `an update adds, widens and renames, and retires what it has no longer`() throws {
        let stage = FieldType.choice([Choice("early", title: [:])])
        try store.declare(
            [
                Self.field("grade", .integer(0...9)), Self.field("stage", stage), Self.field("number", .text),
                Self.field("note", .text),
            ], of: "follow_up", by: .test)
        try store.make(set("a-1", "grade", .integer(9)), set("a-2", "number", .text("N-2")))
        let wider = FieldType.choice([Choice("late", title: [:]), Choice("early", title: ["en": "Early"])])
        try store.declare(
            [
                Self.field("grade", .integer(0...99), title: ["en": "Mark"]), Self.field("stage", wider),
                Self.field("fresh", .day), Self.field("note", .text, isPersonal: true),
            ], of: "follow_up", by: .test)
        #expect(
            try store.customFields().map { "\($0.field.name) \($0.isRetired)" }
                == ["grade false", "stage false", "number true", "note false", "fresh false"])
        try store.make(set("a-3", "stage", .text("late")), set("a-1", "grade", .integer(50)))
        let snapshot = try store.snapshot()
        #expect(try value(snapshot, 2, "number") == .text("N-2"))
        let entity = try snapshot.schema.entity("action_item")
        #expect(entity.field("x.follow_up.grade")?.title == ["en": "Mark"])
        // The other plugins' are not touched, and one that comes back has its values still.
        let other = try CustomField(plugin: "other", entity: "session", name: "number", type: .text)
        try store.declare([other], of: "other", by: .test)
        try store.declare([Self.field("number", .text)], of: "follow_up", by: .test)
        #expect(
            try store.customFields().filter { !$0.isRetired }.map(\.field.field.name)
                == ["x.follow_up.number", "x.other.number"])
        #expect(try value(store.snapshot(), 2, "number") == .text("N-2"))
    }

    @Test func `an update that would not hold what there is is refused, and changes nothing`() throws {
        let stage = FieldType.choice([Choice("early", title: [:]), Choice("late", title: [:])])
        let fields = [
            try Self.field("grade", .integer(0...9)), try Self.field("stage", stage),
            try Self.field("secret", .text, isPersonal: true),
        ]
        try store.declare(fields, of: "follow_up", by: .test)
        let cases: [(CustomField, String)] = [
            (
                try Self.field("grade", .text),
                "cannot become 'text': it holds values of the type 'integer'; give the new field another name"
            ),
            (try Self.field("grade", .integer(0...8)), "It was 0 to 9, and would be 0 to 8; only widen it"),
            (
                try Self.field("stage", .choice([Choice("late", title: [:])])),
                "It was one of early, late, and would be one of late; only widen it"
            ),
            (try Self.field("secret", .text), "is personal, and cannot be opened to everybody"),
            (try Self.field("new", .reference("persons")), "there is no entity 'persons'"),
        ]
        for (field, message) in cases {
            let error = #expect(throws: StoreError.self) {
                try store.declare([field, Self.field("fresh", .day)], of: "follow_up", by: .test)
            }
            #expect(error?.kind == .badChange)
            #expect(error?.description.contains(message) == true)
            #expect(try store.customFields().map(\.field) == fields)
        }
        #expect(try store.snapshot().commit == 2)
        try store.declare(fields, of: "follow_up", by: .test)
        #expect(try store.snapshot().commit == 2)
    }

    // MARK: Removal

    @Test func `fields of a removed plugin stay until they are purged, and then leave nothing behind`() throws
    {
        try store.declare(Self.all(), of: "follow_up", by: .test)
        try store.make(
            set("a-1", "number", .text("unmistakable")), set("a-2", "friends", .records("m-1")),
            set("a-3", "host", .reference("jor")))
        try store.purgeFields(of: "follow_up", by: .test)
        #expect(try store.customFields().count == Self.all().count)
        try store.retireFields(of: "follow_up")
        #expect(try store.customFields().allSatisfy(\.isRetired))
        #expect(try keys(Store(opening: path, for: .writing).snapshot(), search: "unmistakable") == [1])
        try store.purgeFields(of: "follow_up", by: .test)
        #expect(try store.customFields().isEmpty)
        let left = try store.write { connection throws(StoreError) in
            let row = try Statement(
                connection, "SELECT group_concat(sql) FROM sqlite_schema WHERE sql LIKE '%follow_up%'")
            _ = try row.step()
            return row.text(0)
        }
        #expect(left == "")
        let snapshot = try Store(opening: path, for: .writing).snapshot()
        #expect(try keys(snapshot, search: "unmistakable").isEmpty)
        #expect(try keys(snapshot, search: "First") == [1])
        #expect(snapshot.schema == .standard)
        #expect(try images("a-1").last?.contains("unmistakable") == true)
        #expect(Store.check(path).allSatisfy { $0.severity != .fault })
        // The name is free again, for another type.
        try store.declare([Self.field("number", .integer(0...9))], of: "follow_up", by: .test)
        try store.make(set("a-1", "number", .integer(7)))
        #expect(try value(store.snapshot(), 1, "number") == .integer(7))
    }
}
