import Community
import Testing

@testable import Store

struct CursorTests {
    @Test(arguments: [false, true])
    func `a column that was added to one batch is not taken for the next one's`(isAhead: Bool) throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        let changes = (1...5000).map {
            Change.create(
                entity: "organization", id: "o\($0)",
                fields: [
                    "kind": .text("other"), "name": .localized(["en": "Name \($0)"]),
                    "country": .text("C\($0)"),
                ])
        }
        _ = try store.apply(ChangeSet(changes, origin: .test))
        let snapshot = try store.snapshot()
        if isAhead { snapshot.beginReadingAhead() }
        let entity = try snapshot.schema.entity("organization")
        let country = try #require(entity.fields.firstIndex { $0.name == "country" })
        let id = try #require(entity.fields.firstIndex { $0.name == "id" })
        let cursor = try snapshot.cursor(Query("organization"), fields: [id])
        var seen = 0
        while try cursor.next() {
            #expect(!cursor.batch.isLoaded(country))
            #expect(cursor.batch.value(0, country) == .null)
            try snapshot.fill(cursor.batch, country)
            for row in 0..<cursor.batch.count {
                seen += 1
                #expect(cursor.batch.value(row, id) == .text("o\(seen)"))
                #expect(cursor.batch.value(row, country) == .text("C\(seen)"))
            }
        }
        #expect(seen == 5000)
    }

    @Test(arguments: Fixture.viewers)
    func `whole tables are read as what is limited is, by one scan in their order`(viewer: String?) throws {
        let fixture = try Fixture()
        let snapshot = try fixture.store.snapshot(as: viewer, language: "en")
        for entity in snapshot.schema.entities {
            let whole = Query(entity.name)
            var limited = whole
            limited.limit = 1_000_000
            #expect(try rows(whole, of: entity, snapshot) == rows(limited, of: entity, snapshot))

            let compilation = snapshot.compilation(.scan)
            let selection = try compilation.selection(whole)
            let sql = compilation.complete(selection.fill([selection.row.key, selection.row.id]))
            var plan: [String] = []
            try snapshot.rows("EXPLAIN QUERY PLAN \(sql)") { step in
                // The others are within a subquery of the viewer's rights.
                if step.integer(1) == 0 { plan.append(step.text(3)) }
            }
            let scan = "SCAN \(selection.row.alias)"
            #expect(plan.first == scan && !plan.contains { $0.hasPrefix("USE TEMP") }, "\(plan)")
            #expect(sql.text.contains("gather("))
        }
    }

    @Test func `more fields than a function takes are read too`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        let snapshot = try store.snapshot()
        let selection = try snapshot.compilation(.scan).selection(Query("organization"))
        for count in [99, 100, 101, 200] {
            let columns = [selection.row.key] + Array(repeating: selection.row.id, count: count - 1)
            let sql = selection.fill(columns)
            #expect(sql.text.contains("gather(") == (count <= 100))
            // It is the engine that refuses too many.
            _ = try Statement(snapshot.connection.pointer, sql)
        }
    }

    private func rows(_ query: Query, of entity: Entity, _ snapshot: Snapshot) throws -> [[FieldValue]] {
        let cursor = try snapshot.cursor(query, fields: Set(entity.fields.indices))
        var rows: [[FieldValue]] = []
        while try cursor.next() {
            for row in 0..<cursor.batch.count {
                let values = entity.fields.indices.map { cursor.batch.value(row, $0) }
                rows.append([.key(cursor.batch.key(row))] + values)
            }
        }
        return rows
    }
}
