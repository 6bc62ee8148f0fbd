import Community
import Foundation
import Testing

@testable import Store

@Suite struct CustomFieldTests: CustomFieldSuite {
    let community: CustomFieldCommunity

    init() throws { community = try CustomFieldCommunity() }

    // MARK: Declarations

    @Test func `declarations come back from the file as they were made`() throws {
        let full = try CustomField(
            plugin: "follow_up", entity: "action_item", name: "grade",
            type: .list(
                of: .choice([
                    Choice("a", title: ["en": "A \"quoted\"", "ar": "ألف"]), Choice("b", title: [:]),
                ])), title: ["en": "Grade", "fr": "Note", "ar": "الدرجة"], documentation: "How good.\nIt is.",
            isPersonal: true, default: .list([.text("b")]))
        let bounded = try Self.field("least", .integer(-1...Int64.max), default: .integer(3))
        let share = try Self.field("portion", .number(0...0.1), default: .number(0.1))
        let day = try Self.field("day", .day, default: .day(Day(number: 19000)))
        for field in try Self.all() + [full, bounded, share, day] {
            let read = try CustomField(
                field.json, plugin: field.plugin, entity: field.entity, name: field.name, .standard)
            #expect(read == field)
        }
    }

    @Test func `a declaration of a later version is not misread`() throws {
        let json = try Self.field("a", .text).json
        for later in [
            json.replacingOccurrences(of: "\"form\":1", with: "\"form\":2"),
            json.replacingOccurrences(of: "\"text\"", with: "\"picture\""), "[]", "",
        ] {
            let error = #expect(throws: StoreError.self) {
                try CustomField(later, plugin: "p", entity: "session", name: "a", .standard)
            }
            #expect(error?.kind == .newerVersion)
        }
    }

    // MARK: Use

    @Test func `a declared field is written, read, filtered, sorted, grouped and searched`() throws {
        try store.declare(Self.all(), of: "follow_up", by: .test)
        try store.make(
            create("objective", "o-1", ["number": .integer(1), "label": .english("Data")]),
            .update(
                entity: "action_item", id: "a-1", base: nil,
                fields: [
                    "x.follow_up.number": .text("N-1"), "x.follow_up.grade": .integer(2),
                    "x.follow_up.focus": .reference("o-1"), "x.follow_up.friends": .records("m-1"),
                    "x.follow_up.words": .list([.text("red"), .text("blue")]),
                    "x.follow_up.stage": .text("late"), "x.follow_up.urgent": .boolean(true),
                ]), set("a-2", "grade", .integer(1)),
            set("a-3", "note", .localized(["ar": "الحُرِّيَّة", "en": "freedom"])))
        let snapshots = [
            try store.snapshot(), try Store(opening: path, for: .reading).snapshot(),
            try Store(opening: path, for: .recording).snapshot(), try Store.snapshot(opening: path),
        ]
        for snapshot in snapshots {
            #expect(try keys(snapshot, where: "number", .equals(.text("N-1"))) == [1])
            #expect(try keys(snapshot, where: "grade", .isAtLeast(.integer(1)), sort: "grade") == [2, 1])
            #expect(try keys(snapshot, where: "focus.number", .equals(.integer(1))) == [1])
            #expect(try keys(snapshot, where: "words", .has(.text("blue"))) == [1])
            #expect(try keys(snapshot, where: "urgent", .isAbsent) == [2, 3])
            #expect(try keys(snapshot, search: "freedom") == [3])
            #expect(try keys(snapshot, search: "الحرية") == [3])
            #expect(try keys(snapshot, search: "N-1") == [1])
            let groups = try snapshot.groups(
                Grouping(Query("action_item"), by: ["x.follow_up.friends"], .sum("x.follow_up.grade")))
            #expect(
                groups == [
                    Group(keys: [.key(1)], value: .integer(2)), Group(keys: [.null], value: .integer(1)),
                ])
            let objective = try snapshot.schema.entity("objective")
            let inverse = try snapshot.schema.field("x.follow_up.items", of: objective)
            #expect(try Array(snapshot.related(objective, inverse, [1])[1]) == [1])
        }
        #expect(try images("a-1").last?.contains("\"x.follow_up.friends\":[\"m-1\"]") == true)
        let error = #expect(throws: StoreError.self) { try store.make(set("a-1", "grade", .integer(10))) }
        #expect(error?.description.contains("whole number from 0 to 9") == true)
        let typo = #expect(throws: StoreError.self) { try store.make(set("a-1", "nummber", .text("1"))) }
        #expect(typo?.description.contains("did you mean 'x.follow_up.number'?") == true)
    }

    @Test func `new records take a field's default, old ones have none`() throws {
        try store.declare(
            [Self.field("grade", .integer(0...9), default: .integer(5))], of: "follow_up", by: .test)
        try store.make(create("action_item", "a-4", ["title": .english("Fourth")]))
        let snapshot = try store.snapshot()
        #expect(try value(snapshot, 1, "grade") == .null)
        #expect(try value(snapshot, 4, "grade") == .integer(5))
    }

    @Test func `a plugin's personal fields are a moderator's, in every way of asking`() throws {
        try store.declare(
            [
                Self.field("secret", .text, isPersonal: true),
                Self.field(
                    "contact", .reference("organization"), isPersonal: true, inverse: ("contacts", [:])),
                Self.field("number", .text),
            ], of: "follow_up", by: .test)
        try store.make(
            set("a-1", "secret", .text("hush")), set("a-2", "contact", .reference("jor")),
            set("a-3", "number", .text("N-3")))
        let all = try store.snapshot()
        #expect(try keys(all, where: "secret", .equals(.text("hush"))) == [1])
        let snapshot = try store.snapshot(as: "m-1")
        #expect(try keys(snapshot).count == 3)
        #expect(try value(snapshot, 1, "secret") == .null)
        #expect(try value(snapshot, 2, "contact") == .null)
        #expect(try value(snapshot, 3, "number") == .text("N-3"))
        for name in ["secret", "contact", "contact.name"] {
            #expect(try keys(snapshot, where: name).isEmpty)
            // Where a reference leads nowhere, nothing is absent at its end.
            #expect(try keys(snapshot, where: name, .isAbsent) == (name.contains(".") ? [] : [1, 2, 3]))
            #expect(try keys(snapshot, sort: name) == [1, 2, 3])
            let groups = try snapshot.groups(
                Grouping(Query("action_item"), by: [FieldPath("x.follow_up.\(name)")], .count))
            #expect(groups == [Group(keys: [.null], value: .integer(3))])
        }
        #expect(try keys(snapshot, search: "hush").isEmpty)
        #expect(try keys(all, search: "hush").isEmpty)
        let organization = try snapshot.schema.entity("organization")
        let inverse = try snapshot.schema.field("x.follow_up.contacts", of: organization)
        #expect(try snapshot.related(organization, inverse, [1]).all.isEmpty)
        #expect(try Array(all.related(organization, inverse, [1])[1]) == [2])
    }

    @Test func `an entity holds as many fields of plugins as a schema may have`() throws {
        let fields = try (1...Schema.mostCustomFields).map { try Self.field("f\($0)", .text) }
        try store.declare(fields, of: "follow_up", by: .test)
        try store.make(set("a-1", "f1", .text("first")), set("a-2", "f500", .text("last")))
        let snapshot = try store.snapshot()
        #expect(try keys(snapshot, search: "last") == [2])
        let entity = try snapshot.schema.entity("action_item")
        let cursor = try snapshot.cursor(Query("action_item"), fields: Set(entity.fields.indices))
        #expect(try cursor.next())
        #expect(cursor.batch.value(1, entity.fields.count - 1) == .text("last"))
        let error = #expect(throws: StoreError.self) {
            try store.declare(fields + [Self.field("more", .day)], of: "follow_up", by: .test)
        }
        #expect(error?.description.contains("at most 500 will do") == true)
    }
}
