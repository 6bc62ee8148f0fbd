import Community
import Digests
import Foundation
import Plugins
import Testing

@testable import Store

struct PluginUseTests {
    private typealias Fixture = PluginFixture

    private func message(_ body: () throws -> Void) throws -> String {
        try #require(#expect(throws: StoreError.self) { try body() }).description
    }

    private func isUsable(_ store: Store, _ member: String?) -> Bool {
        (try? store.usablePlugin("tally", as: member)) != nil
    }

    @Test func `a plugin of an organization is its people's`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        try store.install(Fixture.installation(), for: ["jor"], by: .test)
        #expect(try store.plugin("tally").scope == .organizations(["jor"]))
        #expect(isUsable(store, "m-jor") && !isUsable(store, "m-lbn") && isUsable(store, nil))
        #expect(try store.contributions(.report, as: "m-jor").count == 1)
        #expect(try store.contributions(.report, as: "m-lbn").isEmpty)
        #expect(try store.contributions(.rule, as: "m-jor").isEmpty)
        // That it exists is not told, nor that a name is near it.
        #expect(
            try message { _ = try store.usablePlugin("taly", as: "m-lbn") } == "there is no plugin 'taly'")
        #expect(
            try message { _ = try store.usablePlugin("tally", as: "m-lbn") } == "there is no plugin 'tally'")

        try store.enablePlugin("tally", for: "lbn", by: .test)
        try store.disablePlugin("tally", for: "jor", by: .test)
        #expect(!isUsable(store, "m-jor") && isUsable(store, "m-lbn"))
        try store.enablePlugin("tally", by: .test)
        #expect(try store.plugin("tally").scope == .community)
        #expect(isUsable(store, "m-jor") && isUsable(store, "m-lbn"))
        #expect(
            try message { try store.disablePlugin("tally", for: "jor", by: .test) }
                .contains("is on for the whole community"))
        try store.disablePlugin("tally", by: .test)
        #expect(try store.plugin("tally").scope == .nobody)
        #expect(!isUsable(store, "m-jor"))
        #expect(
            try message { _ = try store.usablePlugin("tally", as: nil) }.contains("is disabled; switch it on")
        )
        #expect(
            try message { try store.enablePlugin("tally", for: "jro", by: .test) }
                .contains("there is no organization 'jro'; did you mean 'jor'?"))
    }

    @Test func `grants are added and taken back`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        try store.install(Fixture.installation("tally", "1.0.0", Fixture.needs), by: .test)
        try store.grant(Permissions(read: ["members", "sessions"]), to: "tally", by: .test)
        try store.revoke(Permissions(read: ["sessions"]), from: "tally", by: .test)
        #expect(try store.usablePlugin("tally", as: nil).granted == Permissions(read: ["members"]))
        #expect(
            try message { try store.grant(Permissions(propose: ["members"]), to: "tally", by: .test) }
                .contains("does not ask for 'propose members'"))
        #expect(
            try store.pluginEvents("tally").prefix(2).map(\.details) == [
                "read sessions", "read members, read sessions",
            ])
    }

    @Test func `settings hold for the community, or for an organization before that`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        let settings = """
            [settings.days]
            type = "integer"
            default = 3
            minimum = 0
            [settings.owner]
            type = "organization"
            [settings.since]
            type = "date"
            [settings.levels]
            type = "list of choice"
            choices = ["low", "high"]
            """
        try store.install(Fixture.installation("tally", "1.0.0", settings), by: .test)
        func values(_ member: String?) throws -> [String: FieldValue] {
            try store.usablePlugin("tally", as: member).settings
        }
        let day = try #require(Day("2024-06-30"))
        #expect(try values(nil) == ["days": .integer(3), "owner": .null, "since": .null, "levels": .null])
        try store.setSettings(
            [
                "days": .integer(5), "owner": .reference("jor"), "since": .day(day),
                "levels": .list([.text("low")]),
            ],
            of: "tally", by: .test)
        try store.setSettings(["days": .integer(7)], of: "tally", for: "jor", by: .test)
        #expect(
            try values("m-lbn") == [
                "days": .integer(5), "owner": .reference("jor"), "since": .day(day),
                "levels": .list([.text("low")]),
            ])
        #expect(try values("m-jor")["days"] == .integer(7))
        #expect(try store.chosenSettings(of: "tally", for: "jor") == ["days": .integer(7)])
        try store.setSettings(["days": .null], of: "tally", for: "jor", by: .test)
        #expect(try values("m-jor")["days"] == .integer(5))

        for (wrong, message) in [
            (["days": FieldValue.integer(-1)], "is not a whole number of at least 0"),
            (["days": .text("a")], "is not"),
            (["dayz": .integer(1)], "did you mean 'days'?"),
            (["owner": .reference("xxx")], "there is no organization 'xxx'"),
            (["levels": .list([.text("medium")])], "'medium'"),
        ] {
            let error = try self.message {
                try store.setSettings(wrong.merging(["since": .null]) { $1 }, of: "tally", by: .test)
            }
            #expect(error.contains(message), "\(error)")
        }
        // All or none.
        #expect(try values(nil)["since"] == .day(day))

        // What a later version would not accept is its default there, and comes back with the earlier one.
        let hash = try store.plugin("tally").hash
        try store.update(
            Fixture.installation(
                "tally", "2.0.0", "[settings.days]\ntype = \"integer\"\nmaximum = 4\ndefault = 1"),
            from: hash, by: .test)
        #expect(try values(nil) == ["days": .integer(1)])
        try store.rollBackPlugin("tally", from: store.plugin("tally").hash, by: .test)
        #expect(try values(nil)["days"] == .integer(5))
    }

    @Test func `five failures in a row switch a plugin off`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        try store.install(Fixture.installation(), by: .test)
        for number in 1...4 { #expect(try fixture.run(number, .failed) == nil) }
        #expect(try fixture.run(5, .done) == nil)
        // What is not the script's fault neither counts nor makes good.
        for number in 6...9 { #expect(try fixture.run(number, .failed) == nil) }
        #expect(try fixture.run(10, .other) == nil)
        #expect(try store.pluginHealth("tally").consecutiveFailures == 4)
        let note = try #require(try fixture.run(11, .failed))
        #expect(note.contains("the plugin tally was switched off: it failed 5 times in a row"))
        #expect(try store.plugin("tally").stopped?.contains("reports/all.lua") == true)
        #expect(try store.pluginEvents("tally").first?.action == .stop)
        #expect(
            try message { _ = try store.usablePlugin("tally", as: "m-jor") }.contains(
                "halqa plugin enable tally"))
        #expect(try store.contributions(.report, as: "m-jor").isEmpty)

        try store.enablePlugin("tally", by: .test)
        #expect(isUsable(store, "m-jor"))
        for number in 12...15 { #expect(try fixture.run(number, .failed) == nil) }
        #expect(try fixture.run(16, .failed) != nil)
        // Another version begins anew.
        try store.update(Fixture.installation("tally", "1.0.1"), from: store.plugin("tally").hash, by: .test)
        #expect(isUsable(store, "m-jor"))
        #expect(try store.pluginHealth("tally").consecutiveFailures == 0)
    }

    @Test func `health is told by the receipts of runs`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        try store.install(Fixture.installation(), by: .test)
        let none = try store.pluginHealth("tally")
        #expect(none.runs == 0 && none.time == nil && none.lastError == nil)
        for (number, elapsed) in [30, 10, 50, 20, 40].enumerated() {
            _ = try fixture.run(
                number, number == 2 ? .failed : .done, elapsed: elapsed, memory: elapsed * 100)
        }
        let health = try store.pluginHealth("tally")
        #expect(health.runs == 5 && health.failures == 1 && health.consecutiveFailures == 0)
        #expect(health.lastError?.message == "broken 2")
        #expect(health.time?.median == 30 && health.time?.worst == 50)
        #expect(health.memory?.median == 3000 && health.memory?.worst == 5000)
    }

    @Test(arguments: [
        (
            "UPDATE sources SET text = x'00' WHERE text = CAST('return ''tally''' AS BLOB)",
            "'lib/names.lua' is not the one"
        ),
        (
            "UPDATE sources SET text = x'00' WHERE CAST(text AS TEXT) LIKE '[plugin]%'",
            "'plugin.toml' is not the one"
        ),
        ("DELETE FROM plugin_files WHERE path = 'plugin.toml'", "it has no plugin.toml"),
    ])
    func `a damaged plugin is listed, cannot be used, and hinders no other`(sql: String, reason: String)
        throws
    {
        let fixture = try PluginFixture()
        let store = fixture.store
        try store.install(Fixture.installation(), by: .test)
        try store.write { connection throws(StoreError) in try Statement(connection, sql).run() }
        try store.install(Fixture.installation("words"), by: .test)
        let plugins = try store.plugins()
        #expect(plugins.map(\.id) == ["tally", "words"])
        #expect(plugins[0].damage?.contains(reason) == true, "\(plugins[0].damage ?? "")")
        #expect(plugins[0].version == "1.0.0" && plugins[1].damage == nil)
        #expect(try message { _ = try store.usablePlugin("tally", as: nil) }.contains(reason))
        #expect(throws: Never.self) { try store.usablePlugin("words", as: nil) }
        try store.removePlugin("tally", by: .test)
        try store.install(Fixture.installation(), by: .test)
        #expect(try store.plugin("tally").damage == nil)
    }

    @Test func `a plugin of a later version of the API is listed and cannot be used`() throws {
        let fixture = try PluginFixture()
        let store = fixture.store
        try store.install(Fixture.installation(), by: .test)
        let later = Array(
            Fixture.manifest("tally", "1.0.0").replacing("api = \"1\"", with: "api = \"9\"").utf8)
        try store.write { connection throws(StoreError) in
            try Statement(connection, "INSERT INTO sources (hash, text) VALUES (?, ?)").run([
                .text(SHA256.of(later)), .bytes(later),
            ])
            try Statement(connection, "UPDATE plugin_files SET hash = ? WHERE path = 'plugin.toml'").run([
                .text(SHA256.of(later))
            ])
        }
        #expect(try store.plugins()[0].damage?.contains("version 9 of the Lua API") == true)
        #expect(
            try message { _ = try store.usablePlugin("tally", as: nil) }.contains("install a later Halqa"))
    }
}
