import Community
import Foundation
import Testing

@testable import Store

@Suite struct CustomFieldTests {
    let folder: TemporaryFolder
    let store: Store
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.temporary(folder)
        path = folder.path + "/community"
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create(
                "member", "m-1",
                ["name": .text("One"), "organization": .reference("jor"), "role": .text("focal_point")]),
            create("action_item", "a-1", ["title": .english("First")]),
            create("action_item", "a-2", ["title": .english("Second")]),
            create("action_item", "a-3", ["title": .english("Third")]))
    }

    private static func field(
        _ name: String, _ type: FieldType, title: LocalizedText = [:], isPersonal: Bool = false,
        default value: FieldValue = .null, inverse: (name: String, title: LocalizedText)? = nil
    ) throws -> CustomField {
        try CustomField(
            plugin: "follow_up", entity: "action_item", name: name, type: type, title: title,
            isPersonal: isPersonal, default: value, inverse: inverse)
    }

    private static func all() throws -> [CustomField] {
        [
            try field("number", .text), try field("note", .localizedText),
            try field("grade", .integer(0...9)),
            try field("share", .anyNumber), try field("urgent", .boolean), try field("seen", .day),
            try field("at", .instant), try field("zone", .timeZone),
            try field("stage", .choice([Choice("early", title: [:]), Choice("late", title: [:])])),
            try field("words", .texts),
            try field("focus", .reference("objective"), inverse: ("items", ["en": "Items"])),
            try field("host", .reference("organization")),
            try field("friends", .references("member"), inverse: ("items", [:])),
            try field("secret", .text, isPersonal: true),
        ]
    }

    private func set(_ id: String, _ name: String, _ value: FieldValue) -> Change {
        .update(entity: "action_item", id: id, base: nil, fields: ["x.follow_up.\(name)": value])
    }

    private func keys(
        _ snapshot: Snapshot, where name: String? = nil, _ condition: Condition = .isPresent,
        sort: String? = nil, search: String? = nil
    ) throws -> [Int64] {
        var query = Query("action_item")
        if let name {
            let entity = try snapshot.schema.entity("action_item")
            let fields = try snapshot.schema.fields(along: FieldPath("x.follow_up.\(name)"), from: entity)
            query = query.filtered(fields.map(\.name), condition)
        }
        if let sort { query.order = [Query.SortKey(FieldPath("x.follow_up.\(sort)"))] }
        if let search { query.searches = [search] }
        return try snapshot.keys(query)
    }

    private func value(_ snapshot: Snapshot, _ key: Int64, _ name: String) throws -> FieldValue {
        let entity = try snapshot.schema.entity("action_item")
        return try snapshot.value(
            of: snapshot.schema.field("x.follow_up.\(name)", of: entity), entity, key)
    }

    private func images(_ id: String) throws -> [String] {
        try store.write { connection throws(StoreError) in
            let statement = try Statement(
                connection, "SELECT after FROM audit WHERE id = \(bind: .text(id)) ORDER BY number" as SQL)
            var images: [String] = []
            while try statement.step() { images.append(statement.text(0)) }
            return images
        }
    }

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

    // MARK: History

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
