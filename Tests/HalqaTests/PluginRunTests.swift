import Community
import Foundation
import Plugins
import Store
import Testing

struct PluginRunTests {
    private let report = """
        local words = require "lib.words"
        return report {
          title = { en = "All", fr = "Tout", ar = "الكل" },
          params = { of = { type = "organization", optional = true } },
          run = function(community)
            return words.version .. ": " .. settings.days .. " of " .. community.members:count()
          end,
        }
        """
    private let settings = "[settings.days]\ntype = \"integer\"\ndefault = 3\n"

    private func install(_ demo: DemoFolder, _ version: String = "1.0.0", _ options: String...) throws {
        let files = try PluginFiles(
            "tally", version, in: demo.folder, more: PluginFiles.needs + settings,
            files: ["reports/all.lua": report])
        let command = version == "1.0.0" ? "install" : "update"
        let call = try demo.halqa(["plugin", command, files.path] + (options.isEmpty ? ["--yes"] : options))
        #expect(call.exitCode == 0, "\(call.errors)")
    }

    @Test func `an installed plugin's report is listed and run by its name`() throws {
        let demo = try DemoFolder()
        try install(demo)
        let list = try demo.halqa("--language", "fr", "list", "reports", "--format", "csv").output
        #expect(list.contains("tally/all,Tout,of (organization)"), "\(list)")
        let run = try demo.halqa("run", "tally/all")
        #expect(run.exitCode == 0 && run.output.contains("1.0.0: 3 of "), "\(run.text)")
        #expect(
            try demo.halqa("plugin", "settings", "tally", "days=9", "--organization", "jor").exitCode == 0)
        #expect(try demo.halqa("--as", "focal-jor", "run", "tally/all").output.contains("1.0.0: 9 of "))
        #expect(try demo.halqa("run", "tally/all").output.contains("1.0.0: 3 of "))
        for (name, exitCode, words) in [
            ("tally/al", 66, "the plugin tally has no report 'al'; did you mean 'all'?"),
            ("taly/all", 66, "there is no plugin 'taly'; did you mean 'tally'?"),
        ] as [(String, Int32, String)] {
            let call = try demo.halqa("run", name)
            #expect(call.exitCode == exitCode && call.errors.contains(words), "\(call.errors)")
        }
    }

    @Test(arguments: ["reports", "reminders", "transforms", "rules"])
    func `what nobody has installed is listed as nothing, and cannot be asked for in parts`(kind: String)
        throws
    {
        let demo = try DemoFolder()
        let list = try demo.halqa("list", kind)
        #expect(list.exitCode == 0 && list.output.contains("No plugin that is on for you has \(kind)."))
        let part = try demo.halqa("list", kind, "--limit", "1")
        #expect(part.exitCode == 64 && part.errors.contains("are listed as a whole"), "\(part.errors)")
    }

    @Test func `what a plugin was not granted it cannot read, which is no failure of its own`() throws {
        let demo = try DemoFolder()
        try install(demo, "1.0.0", "--grant", "none")
        for _ in 0..<6 {
            let call = try demo.halqa("run", "tally/all")
            #expect(call.exitCode == 77)
            #expect(call.errors.contains("halqa plugin grant tally 'read members'"), "\(call.errors)")
        }
        #expect(try demo.halqa("plugin", "grant", "tally", "read members").exitCode == 0)
        #expect(try demo.halqa("run", "tally/all").exitCode == 0)
    }

    @Test func `a file in a plugin's folder has the plugin's libraries and is granted what it asks for`()
        throws
    {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder, more: PluginFiles.needs + settings + "[depends]\nwords = \"*\"\n",
            files: [
                "reports/all.lua": report, "reports/other.lua": "return require('words.lib.words').version",
            ])
        let alone = try demo.halqa("run", files.path + "/reports/all.lua")
        #expect(
            alone.exitCode == 78 && alone.errors.contains("tally needs the plugin words"), "\(alone.errors)")
        let words = try PluginFiles("words", "2.1.0", in: demo.folder)
        #expect(try demo.halqa("plugin", "install", words.path, "--yes").exitCode == 0)
        let run = try demo.halqa("run", files.path + "/reports/all.lua")
        #expect(run.exitCode == 0 && run.output.contains("1.0.0: 3 of "), "\(run.text)")
        #expect(try demo.store.pluginHealth("words").runs == 0)
    }

    @Test(arguments: [
        "community.members:where('x.tally.code', 'a'):count()", "community.members:first().x.tally.code",
    ])
    func `a file whose plugin's fields are not there is told what makes them`(expression: String) throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder, more: "[needs]\nread = [\"members\"]\n[fields.member.code]\ntype = \"text\"\n",
            files: ["reports/code.lua": "return function(community) return { { code = \(expression) } } end"])
        let call = try demo.halqa("run", "tally-1.0.0/reports/code.lua")
        #expect(
            call.exitCode == 1
                && call.errors.hasSuffix(
                    "The field x.tally.code of member is made by installing the plugin: "
                        + "halqa plugin install tally-1.0.0\n"),
            "\(call.errors)")
        #expect(try demo.halqa("plugin", "install", files.path, "--yes").exitCode == 0)
        let installed = try demo.halqa("run", "tally-1.0.0/reports/code.lua")
        #expect(installed.exitCode == 0, "\(installed.errors)")
    }

    @Test func `a run of an earlier version is done again as it was`() throws {
        let demo = try DemoFolder()
        try install(demo)
        #expect(try demo.halqa("run", "tally/all").exitCode == 0)
        let run = try demo.latestRun
        try install(demo, "2.0.0")
        #expect(try demo.halqa("plugin", "settings", "tally", "days=5").exitCode == 0)
        #expect(try demo.halqa("run", "tally/all").output.contains("2.0.0: 5 of"))
        #expect(try demo.halqa("plugin", "remove", "tally").exitCode == 0)
        let again = try demo.halqa("runs", "replay", run)
        #expect(again.output == "\(run): the same bytes came out.\n", "\(again.text)")
        #expect(try demo.halqa("plugin", "remove", "tally", "--purge").exitCode == 0)
        let gone = try demo.halqa("runs", "replay", run)
        #expect(gone.exitCode == 65 && gone.errors.contains("are not kept any more"), "\(gone.errors)")
    }

    @Test func `what a caller's own limits or parameters bring down is not the plugin's failure`() throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder,
            files: [
                "reports/all.lua": """
                return report {
                  title = "All", params = { days = { type = "integer", default = 1 } },
                  run = function(_, params) return 1 // params.days end,
                }
                """
            ])
        #expect(try demo.halqa("plugin", "install", files.path, "--yes").exitCode == 0)
        for _ in 1...5 {
            #expect(try demo.halqa("run", "tally/all", "days=0").exitCode == 1)
            #expect(try demo.halqa("run", "tally/all", "--time", "1ms").exitCode == 3)
        }
        #expect(try demo.halqa("run", "tally/all").exitCode == 0)
    }

    @Test func `a plugin that fails five times is switched off, and its admins are told`() throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder, files: ["reports/all.lua": "return function() error('no such luck') end"])
        #expect(try demo.halqa("plugin", "install", files.path, "--yes").exitCode == 0)
        for number in 1...5 {
            let call = try demo.halqa("run", "tally/all")
            #expect(call.exitCode == 1)
            #expect(
                call.errors.contains("the plugin tally was switched off") == (number == 5), "\(call.errors)")
        }
        let off = try demo.halqa("run", "tally/all")
        #expect(off.exitCode == 77 && off.errors.contains("halqa plugin enable tally"), "\(off.errors)")
        #expect(try demo.halqa("doctor").output.contains("it was switched off"))
        let shown = try demo.halqa("plugin", "show", "tally", "--format", "json").output
        #expect(shown.contains("no such luck") && shown.contains("it failed 5 times in a row"), "\(shown)")
        #expect(try demo.halqa("plugin", "enable", "tally").exitCode == 0)
        #expect(try demo.halqa("run", "tally/all").exitCode == 1)
    }

    @Test func `a plugin whose files do not load is not installed, and keeps nobody waiting`() throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder,
            files: [
                "reports/loop.lua": "while true do end", "rules/wrong.lua": "return report { run = print }",
                "reminders/broken.lua": "retrun 1",
            ])
        let call = try demo.halqa("plugin", "install", files.path, "--yes")
        #expect(call.exitCode == 78)
        for file in ["reports/loop.lua:1: stopped", "rules/wrong.lua", "reminders/broken.lua:1: "] {
            #expect(call.errors.contains("tally/\(file)"), "\(call.errors)")
        }
        #expect(try demo.store.plugins().isEmpty)
    }

    @Test func `without plugins nothing of theirs is run, and all of them are still there`() throws {
        let demo = try DemoFolder()
        try install(demo)
        let run = try demo.halqa("--no-plugins", "run", "tally/all")
        #expect(run.exitCode == 64 && run.errors.contains("plugins are off by --no-plugins"), "\(run.errors)")
        #expect(try !demo.halqa("--no-plugins", "list", "reports").output.contains("tally/all"))
        #expect(try demo.halqa("--no-plugins", "plugin", "list").output.contains("tally"))
    }

    @Test func `a run reads nothing of other plugins`() throws {
        let demo = try DemoFolder()
        try install(demo)
        let store = try demo.store
        for number in 0..<100 {
            let files = try PluginFiles(
                "other_\(number)", in: demo.folder, files: ["reports/all.lua": "-- \(number)"])
            try store.install(
                PluginInstallation(Package(folder: files.path), granted: .none, origin: "here"),
                by: ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0)))
        }
        // Each of the others is damaged in a way that reading any of it would tell.
        let damage = try Command(
            shell:
                "sqlite3 community.db \"UPDATE sources SET text = x'00' WHERE hash IN (SELECT plugin_files.hash FROM plugin_files "
                + "JOIN plugin_versions ON number = plugin_files.version WHERE plugin <> 'tally' AND path NOT LIKE 'lib/%')\"",
            in: demo.folder)
        #expect(damage.exitCode == 0, "\(damage.errors)")
        #expect(try store.plugins().filter { $0.damage != nil }.count == 100)
        #expect(try demo.halqa("run", "tally/all").exitCode == 0)
        #expect(try demo.halqa("list", "reports").exitCode == 0)
        #expect(try demo.halqa("plugin", "list").exitCode == 0)
    }
}
