import CBatch
import CRows
import Community
import Testing

@testable import Store

/// Records that are asked for by key again: what is remembered of them is what would be read.
@Suite struct RecordCacheTests {
    /// The records of a batch, by key.
    private static func values(_ batch: RecordBatch, _ fields: Set<Int>) -> [Int64: [Int: FieldValue]] {
        var values: [Int64: [Int: FieldValue]] = [:]
        for row in 0..<batch.count {
            let key = batch.key(row)
            #expect(values[key] == nil, "\(key) comes twice")
            #expect(batch_row(batch.pointer, key) == Int32(row))
            values[key] = fields.reduce(into: [:]) { $0[$1] = batch.value(row, $1) }
        }
        return values
    }

    /// What a snapshot reads that remembers nothing.
    private static func read(
        _ store: Store, _ viewer: String?, _ entity: String, _ keys: [Int64], _ fields: Set<Int>
    ) throws -> [Int64: [Int: FieldValue]] {
        let snapshot = try store.snapshot(as: viewer)
        return values(try snapshot.load(snapshot.schema.entity(entity), keys, fields: fields), fields)
    }

    @Test(arguments: Fixture.viewers)
    func `whatever was asked for before, by key comes what is read`(viewer: String?) throws {
        let fixture = try Fixture()
        let snapshot = try fixture.store.snapshot(as: viewer)
        let uncached = try snapshot.schema.entities.map { entity in
            // Keys that nothing has are among them, as those are that the viewer may not see.
            try Self.read(
                fixture.store, viewer, entity.name, Array(0...20), Set(entity.fields.indices))
        }
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<400 {
            let position = Int.random(in: uncached.indices, using: &generator)
            let entity = snapshot.schema.entities[position]
            let keys = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                Int64.random(in: 0...20, using: &generator)
            }
            let columns = entity.fields.indices.filter { entity.fields[$0].type.isInColumn }
            let fields = Set(columns.filter { _ in Int.random(in: 0...3, using: &generator) > 0 })
            let batch = try snapshot.load(entity, keys, fields: fields)
            let expected = uncached[position].filter { keys.contains($0.key) }
                .mapValues { values in values.filter { fields.contains($0.key) } }
            #expect(Self.values(batch, fields) == expected, "\(entity.name) \(keys)")
            // A column that is touched later is that of the same records.
            guard let later = columns.first(where: { !fields.contains($0) }) else { continue }
            #expect(!batch.isLoaded(later))
            try snapshot.fill(batch, later)
            for row in 0..<batch.count {
                #expect(batch.value(row, later) == uncached[position][batch.key(row)]?[later])
            }
        }
    }

    @Test func `what is remembered is not asked for again, and counts as read`() throws {
        let fixture = try Fixture()
        let snapshot = try fixture.store.snapshot(as: "focal")
        let members = try snapshot.schema.entity("member")
        _ = try snapshot.load(members, [1, 2, 3], fields: [0, 1])
        let (questions, rows) = (snapshot.statementsRun, snapshot.rowsRead)
        snapshot.beginFollowing(10)
        #expect(try snapshot.load(members, [3, 1], fields: [0, 1]).count == 2)
        #expect(snapshot.statementsRun == questions)
        #expect(snapshot.rowsRead == rows + 2)
        #expect(snapshot.confidentiality == .members)
        #expect(try snapshot.load(members, [3, 4], fields: [0, 1]).count == 2)
        #expect(try snapshot.load(members, [1, 2], fields: [0]).count == 2)
        #expect(snapshot.statementsRun == questions + 2)
    }

    @Test func `what is written meanwhile is not read, and what is laid over the snapshot is`() throws {
        let fixture = try Fixture()
        let snapshot = try fixture.store.snapshot()
        let items = try snapshot.schema.entity("action_item")
        let fields = Set(items.fields.indices.filter { items.fields[$0].type.isInColumn })
        let before = Self.values(try snapshot.load(items, Array(1...3), fields: fields), fields)
        let changes: [Change] = [
            .update(entity: "action_item", id: "a-free", base: nil, fields: ["status": .text("cancelled")]),
            .delete(entity: "progress_report", id: "r-a-open"), .delete(entity: "action_item", id: "a-open"),
            create("action_item", "a-new", ["title": .english("new"), "owners": .records("jor")]),
        ]
        try fixture.store.apply(ChangeSet(changes, origin: .test))
        let known = Self.values(try snapshot.load(items, [2, 1, 3], fields: fields), fields)
        #expect(known.count == 3 && known == before)
        var rest = changes[...]
        try snapshot.lay { rest.popFirst() }
        let keys: [Int64] = [12, 3, 2, 1]
        let laid = Self.values(try snapshot.load(items, keys, fields: fields), fields)
        #expect(laid.keys.sorted() == [1, 3, 12])
        #expect(laid == (try Self.read(fixture.store, nil, "action_item", keys, fields)))
    }

    @Test func `fields of plugins are remembered like any other`() throws {
        let fixture = try Fixture()
        let types: [FieldType] = [
            .text, .localizedText, .texts, .reference("objective"), .anyNumber, .boolean,
        ]
        let custom = try types.enumerated().map { index, type in
            try CustomField(
                plugin: "p", entity: "member", name: "f\(index)", type: type, isPersonal: index == 0)
        }
        try fixture.store.declare(custom, of: "p", by: .test)
        try fixture.store.make(
            .update(
                entity: "member", id: "member", base: nil,
                fields: [
                    "x.p.f0": .text(""), "x.p.f1": .localized(["ar": "الحرية", "en": "freedom"]),
                    "x.p.f2": .list([.text("red"), .text("")]), "x.p.f3": .reference("o-2"),
                    "x.p.f4": .number(-0.5), "x.p.f5": .boolean(false),
                ]))
        for viewer in Fixture.viewers {
            let snapshot = try fixture.store.snapshot(as: viewer)
            let members = try snapshot.schema.entity("member")
            let fields = Set(members.fields.indices.filter { members.fields[$0].isCustom })
            #expect(fields.count == types.count)
            let first = Self.values(try snapshot.load(members, Array(1...8), fields: fields), fields)
            let again = Self.values(try snapshot.load(members, Array(1...8), fields: fields), fields)
            #expect(again == first && !first.isEmpty)
            let list = FieldValue.list([.text("red"), .text("")])
            #expect(first.values.contains { $0.values.contains(list) } || viewer != nil)
        }
    }

    @Test(arguments: [false, true])
    func `loops within each other follow references to what is remembered`(isAhead: Bool) throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        try store.apply(
            ChangeSet(
                (0..<600).map {
                    create("organization", "o-\($0)", ["name": .english("O \($0)"), "kind": .text("state")])
                }
                    + (0..<3000).map {
                        create(
                            "member", "m-\($0)",
                            [
                                "name": .text("M"), "role": .text("member"),
                                "organization": .reference("o-\($0 * 7 % 600)"),
                            ])
                    }, origin: .test))
        let snapshot = try store.snapshot()
        if isAhead { snapshot.beginReadingAhead() }
        let (members, organizations) = (
            try snapshot.schema.entity("member"), try snapshot.schema.entity("organization")
        )
        let reference = try #require(members.fields.firstIndex { $0.name == "organization" })
        let name = try #require(organizations.fields.firstIndex { $0.name == "name" })
        var walked = 0
        func follow(_ batch: RecordBatch) throws {
            var keys = (0..<batch.count).map { batch.value($0, reference) }
                .compactMap { if case .key(let key) = $0 { key } else { nil } }
            keys.reverse()
            let led = try snapshot.load(organizations, keys, fields: [name])
            #expect(Set(led.keys) == Set(keys))
            for row in 0..<led.count { #expect(led.value(row, name) == .text("O \(led.key(row) - 1)")) }
        }
        let outer = try snapshot.cursor(Query("member"), fields: [reference])
        while try outer.next() {
            try follow(outer.batch)
            let inner = try snapshot.cursor(Query("member"), fields: [reference])
            for _ in 0..<4 where try inner.next() { try follow(inner.batch) }
            walked += outer.batch.count
        }
        #expect(walked == 3000)
        // The loops, and the batches that led to organizations for the first time.
        #expect(snapshot.statementsRun == 1 + 6 + 2)
    }

    @Test func `texts of any length come whole, and of many those that came last are remembered`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        // More than there is room for; some are too long to be remembered at all.
        func text(_ number: Int64) -> String {
            let length = number % 50 == 0 ? 4094 + Int(number / 50) % 4 : 2500 + Int(number / 2)
            return String(repeating: "x", count: length)
        }
        try store.apply(
            ChangeSet(
                (1...2000).map {
                    create(
                        "practice", "p-\($0)", ["title": .english("P"), "description": .english(text($0))])
                }, origin: .test))
        let snapshot = try store.snapshot()
        let practices = try snapshot.schema.entity("practice")
        let description = try #require(practices.fields.firstIndex { $0.name == "description" })
        func questions(_ keys: [Int64]) throws -> Int {
            let before = snapshot.statementsRun
            let batch = try snapshot.load(practices, keys, fields: [description])
            #expect(Set(batch.keys) == Set(keys))
            for row in 0..<batch.count {
                #expect(batch.value(row, description) == .text(text(batch.key(row))))
            }
            return snapshot.statementsRun - before
        }
        for _ in 0..<3 {
            for first in stride(from: Int64(1), through: 2000, by: 400) {
                let keys = Array(first..<first + 400)
                #expect(try questions(keys) == 1)
                #expect(try questions(keys.filter { $0 % 50 != 0 }) == 0)
            }
        }
        #expect(try questions([1]) == 1)
        for number in stride(from: Int64(50), through: 400, by: 50) {
            _ = try questions([number])
            #expect(try questions([number]) == (text(number).utf8.count < 4096 ? 0 : 1))
        }
    }

    @Test func `records whose keys come to the same place are not taken for each other`() throws {
        let fixture = try Fixture()
        let snapshot = try fixture.store.snapshot()
        let members = try snapshot.schema.entity("member")
        let name = try #require(members.fields.firstIndex { $0.name == "name" })
        let cache = RecordCache()
        let keys = (0..<8).map { Int64(5 + $0 << 17) }
        for key in keys {
            let batch = snapshot.newBatch(of: members)
            let column = batch.target.columns + name
            rows_open_column(column)
            _ = batch_append(batch.pointer, key)
            rows_keep(column, 0, "\(key)", "\(key)".utf8.count)
            cache.remember(batch, from: 0, [Int32(name)])
            let found = snapshot.newBatch(of: members)
            #expect(cache.recall(keys, [Int32(name)], into: found) == keys.filter { $0 != key })
            #expect(found.keys == [key])
            #expect(found.value(0, name) == .text("\(key)"))
        }
    }
}
