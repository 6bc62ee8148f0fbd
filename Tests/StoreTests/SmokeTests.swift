import Community
import Testing

@testable import Store

@Suite struct SmokeTests {
    @Test func `what is written is read back`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.temporary(folder)
        let receipt = try store.make(
            create(
                "action_item", "a-1",
                [
                    "title": .english("Late"), "owners": .records("jor", "lbn"),
                    "due": .day(Day(number: 19000)), "tags": .list([.text("x"), .text("y")]),
                ]),
            create(
                "organization", "jor",
                ["name": .localized(["en": "Jordan", "ar": "الأردن"]), "kind": .text("state")]),
            create("organization", "lbn", ["name": .english("Lebanon"), "kind": .text("state")]),
            create(
                "member", "m1",
                [
                    "name": .text("Focal point"), "organization": .reference("jor"),
                    "role": .text("focal_point"),
                ]))
        #expect(receipt.number == 1)
        for member in [nil, "m1"] {
            let snapshot = try store.snapshot(as: member, language: "ar")
            let items = try snapshot.schema.entity("action_item")
            let query = Query("action_item").filtered(["owners", "name"], .contains("اردن"))
            #expect(try snapshot.count(query) == 1)
            let cursor = try snapshot.cursor(query, fields: Set(items.fields.indices))
            #expect(try cursor.next())
            let due = try #require(items.fields.firstIndex { $0.name == "due" })
            let tags = try #require(items.fields.firstIndex { $0.name == "tags" })
            #expect(cursor.batch.value(0, due) == .day(Day(number: 19000)))
            #expect(cursor.batch.value(0, tags) == .list([.text("x"), .text("y")]))
            #expect(try cursor.next() == false)
            let groups = try snapshot.groups(Grouping(Query("action_item"), by: ["owners.name"], .count))
            #expect(
                groups == [
                    Group(keys: [.text("Lebanon")], value: .integer(1)),
                    Group(keys: [.text("الأردن")], value: .integer(1)),
                ])
            let owners = try #require(items.field("owners"))
            let key = try #require(try snapshot.key(items, id: "a-1"))
            #expect(try snapshot.related(items, owners, [key])[key].count == 2)
            #expect(try snapshot.find("الاردن", in: snapshot.schema.entity("organization")) != nil)
            var search = Query("organization")
            search.searches = ["jord"]
            #expect(try snapshot.count(search) == 1)
        }
    }
}
