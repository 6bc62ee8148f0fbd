import Community
import Foundation
import Plugins
import Testing

@testable import Store

struct PluginInstallingTests {
    private typealias Fixture = PluginFixture

    private func message(_ body: () throws -> Void) throws -> String {
        try #require(#expect(throws: StoreError.self) { try body() }).description
    }

    @Test func `an installed plugin is there with all that was said of it`() throws {
        let fixture = try PluginFixture()
        let granted = Permissions(read: ["members"])
        try fixture.store.install(
            Fixture.installation("tally", "1.0.0", Fixture.needs, granted: granted), by: .test)
        let plugin = try fixture.store.plugin("tally")
        #expect(plugin.version == "1.0.0" && plugin.manifest?.id == "tally" && plugin.damage == nil)
        #expect(plugin.granted == granted && plugin.scope == .community && plugin.isOn)
        #expect(plugin.origin == "Plugins/tally" && plugin.by == "operator" && plugin.at == .test)
        #expect(plugin.contributions.map(\.contribution.path) == ["reports/all.lua"])
        #expect(plugin.former == nil)
        #expect(
            try fixture.store.pluginFiles("tally").keys.sorted() == [
                "README.md", "lib/names.lua", "plugin.toml", "reports/all.lua",
            ])
        #expect(try fixture.store.pluginEvents("tally").map(\.action) == [.install])
    }

    @Test func `a plugin is installed once, with no more than it asks for`() throws {
        let fixture = try PluginFixture()
        #expect(
            try message {
                try fixture.store.install(
                    Fixture.installation(granted: Permissions(read: ["members"])), by: .test)
            } == "the plugin tally does not ask for 'read members'")
        #expect(try fixture.store.plugins().isEmpty)
        try fixture.store.install(Fixture.installation(), by: .test)
        #expect(
            try message { try fixture.store.install(Fixture.installation("tally", "2.0.0"), by: .test) }
                .contains("is installed already, in version 1.0.0; update it"))
        #expect(try message { _ = try fixture.store.plugin("taly") }.contains("did you mean 'tally'?"))
    }

    @Test func `dependencies are checked when plugins come, change and go`() throws {
        let fixture = try PluginFixture()
        let needs = "[depends]\nwords = \"^1.0\""
        #expect(
            try message {
                try fixture.store.install(Fixture.installation("tally", "1.0.0", needs), by: .test)
            }
                == "tally needs the plugin words (^1.0), which is not installed; install it first")
        try fixture.store.install(Fixture.installation("words"), by: .test)
        try fixture.store.install(Fixture.installation("tally", "1.0.0", needs), by: .test)
        let hash = try fixture.store.plugin("words").hash
        #expect(
            try message {
                try fixture.store.update(Fixture.installation("words", "2.0.0"), from: hash, by: .test)
            }
                == "tally needs the plugin words in a version of ^1.0, and 2.0.0 is installed")
        #expect(
            try message {
                try fixture.store.update(
                    Fixture.installation("words", "1.1.0", "[depends]\ntally = \"*\""), from: hash, by: .test)
            } == "the plugins need each other in a circle: tally needs words needs tally")
        #expect(try message { try fixture.store.removePlugin("words", by: .test) }.contains("tally needs it"))
        #expect(try fixture.store.plugin("words").version == "1.0.0")
        let usable = try fixture.store.usablePlugin("tally", as: nil)
        #expect(usable.libraries == ["words": ["lib/names.lua": Array("return 'words'".utf8)]])
        #expect(usable.files.keys.sorted() == ["lib/names.lua", "reports/all.lua"])
    }

    @Test func `an update and a rollback change everything together`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        let field = "[fields.session.code]\ntype = \"integer\"\nmaximum = 5"
        let wider = "[fields.session.code]\ntype = \"integer\"\nmaximum = 50"
        try store.install(
            Fixture.installation(
                "tally", "1.0.0", Fixture.needs + field, granted: Permissions(read: ["members"])),
            by: .test)
        let first = try store.plugin("tally").hash
        try store.update(
            Fixture.installation(
                "tally", "1.1.0", Fixture.needs + wider,
                granted: Permissions(read: ["members"], message: true)),
            from: first, by: .test)
        let second = try store.plugin("tally")
        #expect(second.version == "1.1.0" && second.former == "1.0.0" && second.granted.message)
        #expect(
            try message { try store.update(Fixture.installation("tally", "1.2.0"), from: first, by: .test) }
                .contains("was changed by somebody else meanwhile"))
        try store.rollBackPlugin("tally", from: second.hash, by: .test)
        let back = try store.plugin("tally")
        #expect(back.hash == first && !back.granted.message && back.former == nil)
        // The field may hold more than the earlier version would have taken.
        let type = try store.snapshot().schema.entity("session").field("x.tally.code")?.type
        #expect(type == .integer(Int64.min...50))
        #expect(
            try message { try store.rollBackPlugin("tally", from: first, by: .test) }
                == "there is no earlier version of the plugin tally to go back to")
        #expect(
            try store.pluginFiles("tally", hash: second.hash)?["reports/all.lua"]
                == Array("return 'tally 1.1.0'".utf8))
        #expect(try store.pluginEvents("tally").map(\.action) == [.rollback, .update, .install])
    }

    @Test func `an update that cannot be made changes nothing`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        try store.install(
            Fixture.installation("tally", "1.0.0", "[fields.session.code]\ntype = \"text\""), by: .test)
        let before = try store.plugin("tally")
        let error = try message {
            try store.update(
                Fixture.installation("tally", "2.0.0", "[fields.session.code]\ntype = \"integer\""),
                from: before.hash,
                by: .test)
        }
        #expect(error.contains("cannot become 'integer'"))
        #expect(try store.plugin("tally") == before)
        #expect(try store.pluginFiles("tally", hash: Fixture.package("tally", "2.0.0", "").hash) == nil)
    }

    @Test func `a pinned plugin is not updated`() throws {
        let fixture = try PluginFixture()
        try fixture.store.install(Fixture.installation(), by: .test)
        try fixture.store.pinPlugin("tally", true, by: .test)
        let hash = try fixture.store.plugin("tally").hash
        #expect(
            try message {
                try fixture.store.update(Fixture.installation("tally", "1.1.0"), from: hash, by: .test)
            }
            .contains("is pinned to version 1.0.0; unpin it first"))
        try fixture.store.pinPlugin("tally", false, by: .test)
        try fixture.store.update(Fixture.installation("tally", "1.1.0"), from: hash, by: .test)
        #expect(try fixture.store.plugin("tally").version == "1.1.0")
    }

    @Test func `what a removed plugin's fields hold stays until it is purged`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        let more = "[fields.organization.code]\ntype = \"text\""
        try store.install(Fixture.installation("tally", "1.0.0", more), by: .test)
        let hash = try store.plugin("tally").hash
        try Store(opening: store.path, for: .writing).apply(
            ChangeSet(
                [
                    .update(
                        entity: "organization", id: "jor", base: nil, fields: ["x.tally.code": .text("J-1")])
                ],
                origin: .test))
        try store.removePlugin("tally", by: .test)
        #expect(try store.plugins().isEmpty)
        #expect(throws: StoreError.self) { try store.usablePlugin("tally", as: nil) }
        #expect(try store.pluginFiles("tally", hash: hash) != nil)
        #expect(try store.snapshot().schema.entity("organization").field("x.tally.code") != nil)
        // Installed again, everything is there again.
        try store.install(Fixture.installation("tally", "1.0.0", more), by: .test)
        #expect(try store.plugin("tally").hash == hash)
        try store.removePlugin("tally", purging: true, by: .test)
        #expect(try store.pluginFiles("tally", hash: hash) == nil)
        #expect(try store.snapshot().schema.entity("organization").field("x.tally.code") == nil)
        #expect(
            try message { try store.removePlugin("tally", purging: true, by: .test) }.contains(
                "nothing is left"))
        #expect(try store.pluginEvents("tally").first?.action == .purge)
    }

    @Test func `a backup has the plugins as well`() throws {
        let fixture = try PluginFixture()
        try fixture.store.install(Fixture.installation(), by: .test)
        try fixture.store.backup(to: fixture.folder.path + "/backup.db")
        let restored = fixture.folder.path + "/restored"
        try Store.restore(from: fixture.folder.path + "/backup.db", to: restored)
        let copy = try Store(opening: restored, for: .writing)
        #expect(try copy.plugins() == fixture.store.plugins())
        #expect(
            try copy.usablePlugin("tally", as: "m-jor") == fixture.store.usablePlugin("tally", as: "m-jor"))
    }

    @Test func `a community of the version before plugins is brought up to date`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/community"
        let before = Migrations(all: Array(Migrations.standard.all.prefix(1)))
        do {
            _ = try Store.create(at: path, name: ["en": "Old"], language: "en", now: .test)
        }
        // As the version before made it: the tables of plugins are taken out again.
        let queue = try Store.connect(path + "/community.db")
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF; DROP INDEX runs_by_plugin")
            for column in ["plugin", "plugin_version", "package", "verdict", "elapsed", "memory", "message"] {
                try database.execute(sql: "ALTER TABLE runs DROP COLUMN \(column)")
            }
            for column in ["plugin", "plugin_version", "run", "undone", "warnings"] {
                try database.execute(sql: "ALTER TABLE commits DROP COLUMN \(column)")
            }
            for table in Migrations.tables.filter({ $0.hasPrefix("plugin") || $0 == "custom_fields" })
                .sorted()
            {
                try database.execute(sql: "DROP TABLE \(table)")
            }
            try database.execute(
                sql: "DELETE FROM grdb_migrations WHERE identifier <> ?", arguments: [before.all[0].name])
        }
        try queue.close()
        let store = try Store(opening: path, for: .writing)
        try store.install(Fixture.installation(), by: .test)
        #expect(try store.plugins().count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/backups").count == 1)
    }
}
