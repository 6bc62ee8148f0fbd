import CBatch
import Community
import Testing

@testable import Store

@Suite struct BatchTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
    }

    private func fill(_ count: Int, description: (Int) -> FieldValue = { _ in .null }) throws {
        let organization = create(
            "organization", "jor", ["name": .english("Jordan"), "kind": .text("state")])
        let items = (0..<count).map { number in
            create(
                "action_item", "a-\(number)",
                [
                    "title": .localized(["en": "Item \(number)", "fr": "\"\(number)\"\n"]),
                    "progress": .integer(Int64(number % 101)),
                    "owners": .records("jor"), "tags": .list([.text("t\(number)"), .text("")]),
                    "description": description(number),
                ])
        }
        try store.apply(ChangeSet([organization] + items, origin: .test))
    }

    @Test func `a cursor goes through all records in one batch's memory`() throws {
        try fill(5000)
        let snapshot = try store.snapshot(language: "fr")
        let entity = try snapshot.schema.entity("action_item")
        let cursor = try snapshot.cursor(Query("action_item"), fields: Set(entity.fields.indices))
        let title = try #require(entity.fields.firstIndex { $0.name == "title" })
        let tags = try #require(entity.fields.firstIndex { $0.name == "tags" })
        let pointer = cursor.batch.pointer
        var number = 0
        var bytes: Set<UnsafePointer<CChar>?> = []
        while try cursor.next() {
            #expect(cursor.batch.pointer == pointer)
            #expect(cursor.batch.count <= Int(BATCH_ROWS))
            bytes.insert(pointer.pointee.columns[title].bytes)
            for row in 0..<cursor.batch.count {
                #expect(cursor.batch.key(row) == Int64(number + 1))
                #expect(cursor.batch.value(row, title) == .text("\"\(number)\"\n"))
                #expect(cursor.batch.value(row, tags) == .list([.text("t\(number)"), .text("")]))
                #expect(batch_row(pointer, Int64(number + 1)) == Int32(row))
                number += 1
            }
        }
        #expect(number == 5000)
        #expect(snapshot.rowsRead == 5000)
        // The texts' memory grows a few times at first, and then is the same for all that follow.
        #expect(bytes.count <= 4)
    }

    @Test func `long texts make short batches when streamed, and come whole when asked for by key`() throws {
        let long = String(repeating: "é", count: 300_000)
        try fill(9) { .english(long + "\($0)") }
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("action_item")
        let description = try #require(entity.fields.firstIndex { $0.name == "description" })
        let cursor = try snapshot.cursor(Query("action_item"), fields: [description])
        var counts: [Int] = []
        while try cursor.next() { counts.append(cursor.batch.count) }
        #expect(counts == [2, 2, 2, 2, 1])
        let loaded = try snapshot.load(entity, Array(1...9), fields: [description])
        #expect((0..<9).map { loaded.value($0, description) } == (0..<9).map { .text(long + "\($0)") })
    }

    @Test func `a column in which all texts are empty has them`() throws {
        try store.make(
            create("action_item", "a-1", ["title": .english("Item"), "reference": .text("")]))
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("action_item")
        let reference = try #require(entity.fields.firstIndex { $0.name == "reference" })
        #expect(try snapshot.load(entity, [1], fields: [reference]).value(0, reference) == .text(""))
    }

    @Test func `columns are of the kinds that consumers know`() throws {
        try fill(1)
        let snapshot = try store.snapshot(tags: LightTags(day: 5, instant: 6, firstEntity: 100))
        for entity in snapshot.schema.entities {
            let batch = try snapshot.load(entity, [1], fields: Set(entity.fields.indices))
            #expect(batch.pointer.pointee.column_count == UInt32(entity.fields.count))
            for (index, field) in entity.fields.enumerated() {
                let column = batch.pointer.pointee.columns[index]
                let expected: (batch_kind, UInt8) =
                    switch field.type {
                    case .integer: (BATCH_INTEGER, 0)
                    case .number: (BATCH_NUMBER, 0)
                    case .boolean: (BATCH_BOOLEAN, 0)
                    case .day: (BATCH_LIGHT, 5)
                    case .instant: (BATCH_LIGHT, 6)
                    case .list: (BATCH_LIST, 0)
                    case .reference(let target):
                        (BATCH_LIGHT, 100 + UInt8(snapshot.schema.position(of: target) ?? 99))
                    case .references, .inverse, .path: (BATCH_COMPUTED, 0)
                    default: (BATCH_TEXT, 0)
                    }
                #expect(column.kind == UInt8(expected.0.rawValue), "\(entity.name).\(field.name)")
                #expect(column.tag == expected.1, "\(entity.name).\(field.name)")
            }
        }
    }

    @Test func `a column that was not asked for is absent until it is added`() throws {
        try fill(600)
        let snapshot = try store.snapshot()
        let entity = try snapshot.schema.entity("action_item")
        let progress = try #require(entity.fields.firstIndex { $0.name == "progress" })
        var query = Query("action_item")
        query.order = [Query.SortKey("-progress")]
        let cursor = try snapshot.cursor(query, fields: [])
        #expect(try cursor.next())
        #expect(cursor.batch.pointer.pointee.columns[progress].kind == UInt8(BATCH_ABSENT.rawValue))
        try snapshot.fill(cursor.batch, progress)
        for row in 0..<cursor.batch.count {
            #expect(cursor.batch.value(row, progress) == .integer((cursor.batch.key(row) - 1) % 101))
        }
        // Filled for the first batch only: the next one is read without again.
        #expect(try cursor.next())
        #expect(cursor.batch.pointer.pointee.columns[progress].kind == UInt8(BATCH_ABSENT.rawValue))
    }

    @Test(arguments: [false, true])
    func `what is being read can be stopped`(isAhead: Bool) throws {
        try fill(1200)
        let snapshot = try store.snapshot()
        if isAhead { snapshot.beginReadingAhead() }
        let cursor = try snapshot.cursor(Query("action_item"), fields: [0])
        #expect(try cursor.next())
        snapshot.interrupt()
        let error = #expect(throws: StoreError.self) { try cursor.next() }
        #expect(error?.kind == .interrupted)
        cursor.close()
        #expect(try snapshot.count(Query("action_item")) == 1200)
    }

    @Test(arguments: [false, true])
    func `cursors over one entity do not disturb each other, nor one that ended early`(isAhead: Bool) throws {
        try fill(4000)
        let snapshot = try store.snapshot()
        if isAhead { snapshot.beginReadingAhead() }
        let outer = try snapshot.cursor(Query("action_item"), fields: [0])
        var rows = 0
        while try outer.next() {
            #expect((0..<outer.batch.count).allSatisfy { outer.batch.key($0) == Int64(rows + $0 + 1) })
            rows += outer.batch.count
            let inner = try snapshot.cursor(Query("action_item"), fields: [0])
            for first in [1, 513, 1025] {
                #expect(try inner.next())
                #expect(inner.batch.key(0) == Int64(first))
            }
            inner.close()
            #expect(try inner.next() == false)
            #expect(try snapshot.count(Query("action_item")) == 4000)
        }
        #expect(rows == 4000)
    }

    @Test func `a snapshot may go while it reads ahead`() throws {
        try fill(4000)
        for batches in 1...8 {
            let snapshot = try store.snapshot()
            snapshot.beginReadingAhead()
            let cursor = try snapshot.cursor(Query("action_item"), fields: [0])
            for _ in 1...batches { #expect(try cursor.next()) }
            #expect(cursor.batch.key(0) == Int64((batches - 1) * Int(BATCH_ROWS) + 1))
        }
    }
}
