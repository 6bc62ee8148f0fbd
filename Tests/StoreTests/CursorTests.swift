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
}
