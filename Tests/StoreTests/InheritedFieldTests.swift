import Community
import Testing

@testable import Store

@Suite struct InheritedFieldTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.temporary(folder)
        try store.make(
            create(
                "organization", "jor",
                [
                    "name": .english("Jordan"), "kind": .text("state"), "time_zone": .text("Asia/Amman"),
                ]),
            create("organization", "iom", ["name": .english("IOM"), "kind": .text("un_agency")]),
            create("member", "own", member("jor", zone: "Europe/Paris")),
            create("member", "theirs", member("jor", zone: nil)),
            create("member", "neither", member("iom", zone: nil)))
    }

    private func member(_ organization: String, zone: String?) -> KeyValuePairs<String, FieldValue> {
        [
            "name": .text("x"), "organization": .reference(organization), "role": .text("focal_point"),
            "time_zone": zone.map(FieldValue.text) ?? .null,
        ]
    }

    @Test(arguments: [
        ("own", "Europe/Paris"), ("theirs", "Asia/Amman"), ("neither", nil as String?),
    ])
    func `a record without a value of its own has the inherited one, by every way to read`(
        id: String, zone: String?
    ) throws {
        for viewer in [nil, "own"] {
            let snapshot = try store.snapshot(as: viewer)
            let members = try snapshot.schema.entity("member")
            let place = try #require(members.fields.firstIndex { $0.name == "time_zone" })
            let key = try #require(try snapshot.key(members, id: id))
            let value = zone.map(FieldValue.text) ?? .null
            #expect(try snapshot.load(members, [key], fields: [place]).value(0, place) == value)
            #expect(try snapshot.values(of: members.fields[place], members, [key])[key] ?? .null == value)
            let one = Query("member").filtered(["id"], .equals(.text(id)))
            let groups = try snapshot.groups(Grouping(one, by: ["time_zone"], .count))
            #expect(groups == [Group(keys: [value], value: .integer(1))])
            let same = one.filtered(["time_zone"], value.isNull ? .isAbsent : .equals(value))
            #expect(try snapshot.count(same) == 1)
            let other = one.filtered(["time_zone"], value.isNull ? .isPresent : .isNoneOf([value]))
            #expect(try snapshot.count(other) == 0)
        }
    }

    @Test func `records are put in order by what they inherit`() throws {
        let snapshot = try store.snapshot()
        let members = try snapshot.schema.entity("member")
        var query = Query("member")
        query.order = [Query.SortKey("-time_zone")]
        let keys = try snapshot.keys(query)
        let ids = try snapshot.identifiers(members, keys)
        #expect(keys.compactMap { ids[$0] } == ["own", "theirs", "neither"])
    }

    @Test(arguments: [("own", "Europe/Paris"), ("theirs", "Asia/Amman"), ("neither", "UTC")])
    func `a viewer is in the zone that their record has`(id: String, zone: String) throws {
        guard case .member(let member) = try store.snapshot(as: id).viewer else {
            Issue.record("no member")
            return
        }
        #expect(member.zone.identifier == zone)
    }
}
