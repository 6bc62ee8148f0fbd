import Community
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct OpeningTests {
    let folder: TemporaryFolder
    let path: String
    let database: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/community"
        database = path + "/community.db"
    }

    private func fill() throws {
        let store = try Store.temporary(folder)
        try store.make(
            create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]),
            create(
                "member", "m-1",
                [
                    "name": .text("Focal point"), "organization": .reference("jor"), "language": .text("fr"),
                    "role": .text("focal_point"),
                ]))
    }

    private func kind(_ body: () throws -> Void) -> StoreError.Kind? {
        #expect(throws: StoreError.self, performing: body)?.kind
    }

    @Test func `a new community is in write-ahead mode, has its properties and no commit`() throws {
        let store = try Store.create(
            at: path, name: ["ar": "حلقة", "en": "Circle"], language: "ar", now: .test)
        let snapshot = try store.snapshot()
        #expect(snapshot.commit == 0)
        #expect(snapshot.language == "ar")
        #expect(
            snapshot.community
                == CommunityProperties(
                    name: ["ar": "حلقة", "en": "Circle"], language: "ar", createdAt: .test))
        let settings = try store.write { connection throws(StoreError) in
            try ["journal_mode", "synchronous", "foreign_keys"].map { name throws(StoreError) in
                let row = try Statement(connection, "PRAGMA \(name)")
                _ = try row.step()
                return row.text(0)
            }
        }
        #expect(settings == ["wal", "2", "1"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).allSatisfy { !$0.contains("part") })
    }

    @Test func `while a community is made its files are their owner's alone`() throws {
        var seen = 0
        _ = try Store.create(
            at: path, CommunityProperties(name: ["en": "Circle"], language: "en", createdAt: .test)
        ) { store in
            try store.make(
                create("organization", "jor", ["name": .english("Jordan"), "kind": .text("state")]))
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                let mode = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[
                    .posixPermissions]
                #expect(mode as? Int == 0o600, "\(name)")
                seen += 1
            }
        }
        #expect(seen >= 2)
    }

    @Test func `a folder that has a community gets no other`() throws {
        try fill()
        #expect(kind { _ = try Store.temporary(folder) } == .exists)
        #expect(try Store(opening: path, for: .reading).snapshot().commit == 1)
    }

    @Test func `a folder that cannot be made is named`() throws {
        try Data().write(to: URL(fileURLWithPath: folder.path + "/file"))
        #expect(
            kind { _ = try Store.create(at: folder.path + "/file/x", name: [:], language: "en", now: .test) }
                == .cannotCreate)
    }

    @Test(arguments: [Store.Purpose.reading, .writing, .recording])
    func `what is no community is told apart, and not touched`(purpose: Store.Purpose) throws {
        #expect(kind { _ = try Store(opening: path, for: purpose) } == .missing)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (content, expected) in [
            (Data(), StoreError.Kind.notACommunity),
            (Data("not a database at all, only text".utf8), .notACommunity),
        ] {
            try content.write(to: URL(fileURLWithPath: database))
            #expect(kind { _ = try Store(opening: path, for: purpose) } == expected)
            #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == content)
        }
        try FileManager.default.removeItem(atPath: database)
        try DatabaseQueue(path: database).write { try $0.execute(sql: "CREATE TABLE other (x)") }
        #expect(kind { _ = try Store(opening: path, for: purpose) } == .notACommunity)
    }

    @Test func `a damaged community says how to recover`() throws {
        try fill()
        _ = try Store(opening: path, for: .writing)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: database))
        for index in 4096..<bytes.count { bytes[index] = 0xA5 }
        try? FileManager.default.removeItem(atPath: database + "-wal")
        try bytes.write(to: URL(fileURLWithPath: database))
        let error = #expect(throws: StoreError.self) { try Store(opening: path, for: .reading).snapshot() }
        #expect(error?.kind == .damaged)
        #expect(error?.description.contains("restore a backup") == true)
    }

    @Test(arguments: [Store.Purpose.reading, .writing, .recording])
    func `a community of a later version is not touched`(purpose: Store.Purpose) throws {
        try fill()
        try DatabaseQueue(path: database).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 of the future')")
        }
        #expect(kind { _ = try Store(opening: path, for: purpose) } == .newerVersion)
        #expect(!FileManager.default.fileExists(atPath: path + "/backups"))
    }

    @Test func `a migration is made once, after a backup`() throws {
        try fill()
        var migrations = Migrations.standard
        migrations.all.append(
            .init(name: "2 later") {
                try $0.execute(sql: "UPDATE meta SET value = 'fr' WHERE name = 'language'")
            })
        #expect(
            kind { _ = try Store(opening: path, schema: .standard, for: .reading, migrations: migrations) }
                == .olderVersion)
        #expect(
            kind { _ = try Store(opening: path, schema: .standard, for: .recording, migrations: migrations) }
                == .olderVersion)
        for _ in 1...2 {
            let store = try Store(opening: path, schema: .standard, for: .writing, migrations: migrations)
            #expect(try store.snapshot().community.language == "fr")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/backups") == ["before-2.db"])
        try Store.restore(from: path + "/backups/before-2.db", to: folder.path + "/old")
        let old = try Store(opening: folder.path + "/old", for: .reading).snapshot()
        #expect(old.community.language == "en")
        #expect(try old.count(Query("member")) == 1)
    }

    @Test func `whose organization's a plugin's events are is taken from their words once`() throws {
        try fill()
        let events =
            [
                ("enable", "jor", 1), ("enable", "", nil), ("disable", "gone", nil),
                ("setting", "team=a for jor", 1),
                ("setting", "team=for jor", nil), ("setting", "team=a for xjor", nil), ("stop", "jor", nil),
            ] as [(String, String, Int64?)]
        try DatabaseQueue(path: database).write { database in
            try database.execute(sql: "ALTER TABLE plugin_events DROP COLUMN organization")
            try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '5 %'")
            for (action, details, _) in events {
                try database.execute(
                    sql: """
                        INSERT INTO plugin_events (plugin, at, by, action, version, details)
                        VALUES ('tally', 0, 'operator', ?, '1.0.0', ?)
                        """, arguments: [action, details])
            }
        }
        #expect(kind { _ = try Store(opening: path, for: .reading) } == .olderVersion)
        let read = try Store(opening: path, for: .writing).pluginEvents("tally").reversed()
        #expect(read.map(\.details) == events.map(\.1))
        #expect(read.map(\.organization) == events.map(\.2))
    }

    @Test func `a migration that fails leaves the community as it was`() throws {
        try fill()
        var migrations = Migrations.standard
        migrations.all.append(
            .init(name: "2 later") { try $0.execute(sql: "DELETE FROM meta; SELECT * FROM nothing") })
        #expect(
            kind { _ = try Store(opening: path, schema: .standard, for: .writing, migrations: migrations) }
                == .defect)
        #expect(try Store(opening: path, for: .writing).snapshot().community.language == "en")
    }

    static let added = [
        Field("x.follow_up.number", .text, ["en": "Number"], "A number.", required: true),
        Field("x.follow_up.note", .localizedText, ["en": "Note"], "A note."),
        Field("x.follow_up.\"quoted\" ); DROP", .integer(0...9), ["en": "Odd"], "An odd name."),
        Field(
            "x.follow_up.partner", .reference("organization"), ["en": "Partner"], "A partner.",
            inverse: ("x.follow_up.partner_of", ["en": "Of"])),
        Field("x.follow_up.friends", .references("member"), ["en": "Friends"], "Friends."),
        Field("x.follow_up.secret", .text, ["en": "Secret"], "A secret.", sensitivity: .personal),
    ]

    @Test func `fields that a schema has more are added, used like others, and not lost by a schema without`()
        throws
    {
        try fill()
        let schema = Schema.standard.adding(Self.added, to: "organization")
        #expect(kind { _ = try Store(opening: path, schema: schema, for: .reading) } == .olderVersion)
        let store = try Store(opening: path, schema: schema, for: .writing)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path + "/backups") == ["before-fields.db"])
        try store.make(
            .update(
                entity: "organization", id: "jor", base: nil,
                fields: [
                    "x.follow_up.number": .text("N-1"),
                    "x.follow_up.note": .localized(["ar": "الحُرِّيَّة", "en": "freedom"]),
                    "x.follow_up.\"quoted\" ); DROP": .integer(7), "x.follow_up.partner": .reference("jor"),
                    "x.follow_up.friends": .records("m-1"), "x.follow_up.secret": .text("hush"),
                ]))
        for viewer in [nil, "m-1"] {
            let snapshot = try store.snapshot(as: viewer, language: "en")
            let entity = try snapshot.schema.entity("organization")
            let cursor = try snapshot.cursor(Query("organization"), fields: Set(entity.fields.indices))
            #expect(try cursor.next())
            let values = try ["number", "note", "\"quoted\" ); DROP", "partner", "secret"].map { name in
                let index = try #require(entity.fields.firstIndex { $0.name == "x.follow_up.\(name)" })
                return cursor.batch.value(0, index)
            }
            #expect(
                values == [
                    .text("N-1"), .text("freedom"), .integer(7), .key(1),
                    viewer == nil ? .text("hush") : .null,
                ])
            var query = Query("organization").filtered(
                ["x.follow_up.partner", "x.follow_up.\"quoted\" ); DROP"], .isAtLeast(.integer(7)))
            query.searches = ["الحرية"]
            query.order = [Query.SortKey("x.follow_up.partner.x.follow_up.note")]
            #expect(try snapshot.count(query) == 1)
            let groups = try snapshot.groups(
                Grouping(query, by: ["x.follow_up.friends"], .sum("x.follow_up.\"quoted\" ); DROP")))
            #expect(groups == [Group(keys: [.key(1)], value: .integer(7))])
            let inverse = try #require(entity.field("x.follow_up.partner_of"))
            #expect(try Array(snapshot.related(entity, inverse, [1])[1]) == [1])
        }
        // Reading goes on without them; writing would lose them in the audit log.
        #expect(try Store(opening: path, for: .reading).snapshot().count(Query("organization")) == 1)
        let error = #expect(throws: StoreError.self) { try Store(opening: path, for: .writing) }
        #expect(error?.description.contains("organization.x.follow_up.note") == true)
        #expect(error?.description.contains("organization_x.follow_up.friends") == true)
    }

    @Test func `what would run as one writes keeps one from writing`() throws {
        try fill()
        try DatabaseQueue(path: database).write {
            try $0.execute(
                sql: "CREATE TRIGGER spy AFTER INSERT ON organization BEGIN DELETE FROM audit; END")
        }
        let error = #expect(throws: StoreError.self) { try Store(opening: path, for: .writing) }
        #expect(error?.description.contains("trigger spy") == true)
    }

    @Test func `readers see their commit, whatever is written meanwhile, by whomever`() throws {
        try fill()
        let reader = try Store(opening: path, for: .reading)
        let before = try reader.snapshot()
        let (first, second) = (
            try Store(opening: path, for: .writing), try Store(opening: path, for: .writing)
        )
        try first.make(create("organization", "lbn", ["name": .english("Lebanon"), "kind": .text("state")]))
        try second.make(create("organization", "irq", ["name": .english("Iraq"), "kind": .text("state")]))
        #expect(try before.count(Query("organization")) == 1)
        #expect(before.commit == 1)
        #expect(try reader.snapshot().count(Query("organization")) == 3)
        #expect(kind { try reader.make(create("organization", "x")) } == .readOnly)
    }

    @Test func `a community that is being written to is told to be busy`() throws {
        try fill()
        let store = try Store(opening: path, for: .writing)
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        let other = try DatabaseQueue(path: database, configuration: configuration)
        let error = #expect(throws: StoreError.self) {
            try store.write { _ throws(StoreError) in
                do { try other.write { try $0.execute(sql: "DELETE FROM meta") } } catch {
                    throw StoreError(error)
                }
            }
        }
        #expect(error?.kind == .busy)
    }

    @Test func `without its shared memory a closed community is read as it stands`() throws {
        try fill()
        #expect(!FileManager.default.fileExists(atPath: database + "-wal"))
        // As in a folder that cannot be written to, the file that readers share cannot be made.
        try FileManager.default.createSymbolicLink(
            atPath: database + "-shm", withDestinationPath: "/dev/null/x")
        let snapshot = try Store(opening: path, for: .reading).snapshot()
        #expect(try snapshot.count(Query("member")) == 1)
        // Commits that are still in the log would be left out: then it is not read at all.
        try Data([1]).write(to: URL(fileURLWithPath: database + "-wal"))
        #expect(kind { _ = try Store(opening: path, for: .reading).snapshot() } == .cannotRead)
    }

    @Test func `commits that were not closed are there when the community is opened again`() throws {
        try fill()
        let store = try Store(opening: path, for: .writing)
        try store.make(create("organization", "lbn", ["name": .english("Lebanon"), "kind": .text("state")]))
        // What a machine that stops leaves behind: the file and its log, in the middle of a transaction.
        let copy = folder.path + "/copy"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try store.write { connection throws(StoreError) in
            try Statement(connection, "DELETE FROM member").run()
            for suffix in ["", "-wal"] {
                do {
                    try FileManager.default.copyItem(
                        atPath: database + suffix, toPath: copy + "/community.db" + suffix)
                } catch { throw StoreError(.cannotRead, "\(error)") }
            }
            try Statement(
                connection,
                "INSERT INTO member (id, version, name, organization, role, active) VALUES ('m-1', 1, '', 1, '', 1)"
            ).run()
        }
        let snapshot = try Store(opening: copy, for: .writing).snapshot()
        #expect(snapshot.commit == 2)
        #expect(try snapshot.count(Query("organization")) == 2)
        #expect(try snapshot.count(Query("member")) == 1)
    }

    @Test
    func `a member reads in their language, the operator in the community's, unless another is asked for`()
        throws
    {
        try fill()
        let store = try Store(opening: path, for: .reading)
        #expect(try store.snapshot().language == "en")
        #expect(try store.snapshot(as: "m-1").language == "fr")
        #expect(try store.snapshot(as: "m-1", language: "ar").language == "ar")
        let error = #expect(throws: StoreError.self) { try store.snapshot(as: "m1") }
        #expect(error == StoreError(.unknownRecord, "there is no member 'm1'; did you mean 'm-1'?"))
    }
}
