import Community
import Testing

@testable import Store

/// What a plugin was not granted is an error, whichever way it is asked for, and whether or not there is
/// anything.
@Suite struct GrantTests {
    let fixture: Fixture
    let empty: TemporaryFolder
    let bare: Store

    init() throws {
        fixture = try Fixture()
        empty = try TemporaryFolder()
        bare = try .temporary(empty)
    }

    private static let schema = Schema.standard
    private static let all = Set(schema.entities.map(\.plural) + ["members.personal"])

    /// For the fullest rights and for such as depend on other entities; with records and without.
    private func snapshots(_ read: Set<String>) throws -> [Snapshot] {
        let grants = Grants(plugin: "follow_up", read: read)
        return try [
            fixture.store.snapshot(grants: grants), fixture.store.snapshot(as: "focal", grants: grants),
            bare.snapshot(grants: grants),
        ]
    }

    private func expectRefusal(
        _ name: String, _ way: String, _ body: () throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: StoreError.self, "\(way)", sourceLocation: sourceLocation) { try body() }
        #expect(
            error
                == StoreError(
                    .notGranted,
                    "follow_up has not been granted 'read \(name)'; an admin can grant it: halqa plugin grant "
                        + "follow_up 'read \(name)'"), "\(way)", sourceLocation: sourceLocation)
    }

    /// The ways to read an entity's records.
    private static var entityWays: [(name: String, read: (Snapshot, Entity) throws -> Void)] {
        [
            ("count", { _ = try $0.count(Query($1.name)) }),
            ("keys", { _ = try $0.keys(Query($1.name)) }),
            ("cursor", { _ = try $0.cursor(Query($1.name), fields: []).next() }),
            ("groups", { _ = try $0.groups(Grouping(Query($1.name), by: ["id"], .count)) }),
            ("a total", { _ = try $0.groups(Grouping(Query($1.name), by: [], .count)) }),
            (
                "search",
                {
                    var query = Query($1.name)
                    query.searches = ["common"]
                    _ = try $0.count(query)
                }
            ),
            ("an identifier", { _ = try $0.key($1, id: "jor") }),
            ("an identifier that must be", { _ = try $0.key(of: "nobody", in: $1) }),
            ("a name", { _ = try $0.find("Jordan", in: $1) }),
            ("a wrong name", { _ = try $0.unknown("Jordan", $1) }),
            ("identifiers", { _ = try $0.identifiers($1, [1]) }),
            ("labels", { _ = try $0.labels($1, [1]) }),
            ("no labels", { _ = try $0.labels($1, []) }),
            ("whether it exists", { _ = try $0.exists($1, 1) }),
            ("a batch", { _ = try $0.load($1, [1], fields: [0]) }),
            ("a value", { _ = try $0.value(of: $1.fields[0], $1, 1) }),
            ("values", { _ = try $0.values(of: $1.fields[0], $1, [1]) }),
        ]
    }

    @Test(arguments: schema.entities.map(\.name))
    func `an entity that was not granted is read in no way`(name: String) throws {
        let entity = try Self.schema.entity(name)
        for snapshot in try snapshots(Self.all.subtracting([entity.plural])) {
            for way in Self.entityWays {
                expectRefusal(entity.plural, way.name) { try way.read(snapshot, entity) }
            }
        }
    }

    /// The ways to ask for a field with a reference, or for a personal one.
    private static func fieldWays(
        _ field: Field, _ entity: Entity
    ) -> [(name: String, read: (Snapshot) throws -> Void)] {
        let index = entity.fields.firstIndex(of: field) ?? 0
        let query = Query(entity.name)
        let path = FieldPath(field.name)
        var ways: [(name: String, read: (Snapshot) throws -> Void)] = [
            ("value", { _ = try $0.value(of: field, entity, 1) }),
            ("is present", { _ = try $0.count(query.filtered([field.name], .isPresent)) }),
            ("is absent", { _ = try $0.keys(query.filtered([field.name], .isAbsent)) }),
            (
                "any of several conditions",
                {
                    let either = Predicate.any([.always, .not(.field(field.name, .isPresent))])
                    _ = try $0.count(query.filtered([], by: either))
                }
            ),
            ("group", { _ = try $0.groups(Grouping(query, by: [path], .count)) }),
        ]
        if field.type.isInColumn {
            ways += [
                (
                    "sort",
                    {
                        var sorted = query
                        sorted.order = [Query.SortKey(path, descending: true)]
                        _ = try $0.keys(sorted)
                    }
                ),
                ("column of a batch", { _ = try $0.load(entity, [1], fields: [index]) }),
                ("column of a loop", { _ = try $0.cursor(query, fields: [index]).next() }),
                ("column that is added", { try $0.fill(try $0.load(entity, [1], fields: []), index) }),
                ("values", { _ = try $0.values(of: field, entity, [1]) }),
            ]
        }
        if let target = field.type.target {
            ways += [
                (
                    "condition of what it leads to",
                    { _ = try $0.count(query.filtered([field.name, "id"], .isPresent)) }
                ),
                ("is one of none", { _ = try $0.count(query.filtered([field.name], .isOneOf([.key(1)]))) }),
                ("is none of", { _ = try $0.count(query.filtered([field.name], .isNoneOf([.key(1)]))) }),
            ]
            if !field.type.isInColumn {
                ways += [
                    ("related", { _ = try $0.related(entity, field, [1]) }),
                    (
                        "query of what it leads to",
                        {
                            var reached = Query(target)
                            reached.origin = .init(entity: entity.name, key: 1, field: field.name)
                            _ = try $0.count(reached)
                        }
                    ),
                ]
            }
        }
        return ways
    }

    @Test(arguments: schema.entities.map(\.name))
    func `a reference takes the entity that it leads to`(name: String) throws {
        let entity = try Self.schema.entity(name)
        for field in entity.fields {
            guard let target = try field.type.target.map(Self.schema.entity) else { continue }
            for snapshot in try snapshots(Self.all.subtracting([target.plural])) {
                #expect(!snapshot.mayAsk(for: field, of: entity))
                for way in Self.fieldWays(field, entity) {
                    expectRefusal(target.plural, "\(name).\(field.name): \(way.name)") {
                        try way.read(snapshot)
                    }
                }
            }
        }
    }

    @Test(arguments: ["email", "phone"])
    func `personal data take a permission of their own`(name: String) throws {
        let members = try Self.schema.entity("member")
        let field = try Self.schema.field(name, of: members)
        let path = FieldPath("member.\(name)")
        for snapshot in try snapshots(Self.all.subtracting(["members.personal"])) {
            #expect(!snapshot.mayAsk(for: field, of: members))
            for way in Self.fieldWays(field, members) {
                expectRefusal("members.personal", way.name) { try way.read(snapshot) }
            }
            expectRefusal("members.personal", "the end of a path") {
                _ = try snapshot.groups(Grouping(Query("attendance"), by: [path], .count))
            }
            expectRefusal("members.personal", "a condition at the end of a path") {
                _ = try snapshot.count(Query("attendance").filtered(["member", name], .contains("example")))
            }
            #expect(throws: Never.self) {
                _ = try snapshot.values(of: Self.schema.field("name", of: members), members, [1])
            }
            var search = Query("member")
            search.searches = ["example"]
            #expect(try snapshot.count(search) == 0)
        }
    }

    @Test(arguments: Fixture.viewers)
    func `who may see what is decided without grants`(viewer: String?) throws {
        for entity in Self.schema.entities {
            let granted = try fixture.store.snapshot(
                as: viewer, grants: Grants(plugin: "follow_up", read: [entity.plural]))
            let free = try fixture.store.snapshot(as: viewer)
            let query = Query(entity.name)
            #expect(try granted.keys(query) == free.keys(query), "\(entity.name)")
            for (index, field) in entity.fields.enumerated() where granted.mayAsk(for: field, of: entity) {
                #expect(field.type.target == nil || field.type.target == entity.name)
                guard field.type.isInColumn else { continue }
                let keys = Array(try free.keys(query).prefix(64))
                let batches = try [granted, free].map { try $0.load(entity, keys, fields: [index]) }
                for row in 0..<batches[0].count {
                    #expect(
                        batches[0].value(row, index) == batches[1].value(row, index),
                        "\(entity.name).\(field.name)")
                }
            }
        }
    }

    @Test func `an author is told to ask in the manifest`() throws {
        let grants = Grants(plugin: "follow_up", read: [], authority: .author)
        let snapshot = try fixture.store.snapshot(grants: grants)
        let error = #expect(throws: StoreError.self) { _ = try snapshot.count(Query("member")) }
        #expect(
            error?.description
                == "follow_up does not ask for 'read members'; add \"members\" to `read` in [needs] of plugin.toml"
        )
    }
}
