import Community
import Foundation
import Plugins
import Store
import Testing

struct PluginTests {
    @Test func `an admin reads what a plugin asks for before it is installed`() throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder,
            more: PluginFiles.needs + "[fields.session.code]\ntype = \"text\"\ntitle = \"Code\"\n")
        let refused = try demo.halqa("plugin", "install", files.path)
        #expect(refused.exitCode == 64)
        for line in [
            "tally plugin: tally 1.0.0", "the report all", "read members  ('read members')",
            "the field x.tally.code of session",
            "halqa plugin install \(files.path) --yes", "--grant 'read members' --grant 'read sessions'",
        ] {
            #expect(refused.errors.contains(line), "\(refused.errors)")
        }
        #expect(try demo.store.plugins().isEmpty)

        let granted = try demo.halqa("plugin", "install", files.path, "--grant", "read members")
        #expect(granted.exitCode == 0, "\(granted.errors)")
        #expect(try demo.store.plugin("tally").granted == Permissions(read: ["members"]))
        let again = try demo.halqa("plugin", "install", files.path, "--yes")
        #expect(again.exitCode == 73 && again.errors.contains("installed already, in version 1.0.0"))
    }

    @Test(arguments: [("y", "1.0.0"), ("n", nil), ("", nil)])
    func `on a terminal the admin is asked`(answer: String, version: String?) throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(in: demo.folder, more: PluginFiles.needs)
        let asked = try Command(
            shell:
                "printf '\(answer)\\n' | script --quiet --return --command \"$program plugin install \(files.path)\" /dev/null",
            in: demo.folder)
        #expect(asked.output.contains("Install it and grant all that it asks for? [y/N]"), "\(asked.text)")
        #expect(try demo.store.plugins().map(\.version) == (version.map { [$0] } ?? []), "\(asked.text)")
        #expect((asked.exitCode == 0) == (version != nil))
    }

    @Test(arguments: [
        (
            ["--grant", "read practices"],
            "'read practices' is not asked for; there are 'read members', 'read sessions'"
        ),
        (["--grant", "read member"], "did you mean 'members'?"),
        (["--grant", "everything"], "is not a permission"),
        (["--yes", "--grant", "read members"], "--yes grants everything"),
        (["--yes", "--organization", "jro"], "there is no organization 'jro'; did you mean 'jor'?"),
    ])
    func `a wrong consent installs nothing`(options: [String], message: String) throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(in: demo.folder, more: PluginFiles.needs)
        let call = try demo.halqa(["plugin", "install", files.path] + options)
        #expect(call.exitCode != 0 && call.errors.contains(message), "\(call.errors)")
        #expect(try demo.store.plugins().isEmpty)
    }

    @Test func `all mistakes of a plugin are told at once, and nothing is installed`() throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder, more: "[neds]\n[settings.days]\ntype = \"int\"\n",
            files: ["report/all.lua": "return 1"])
        let call = try demo.halqa("plugin", "install", files.path, "--yes")
        #expect(call.exitCode == 78)
        for mistake in [
            "did you mean 'needs'?", "line 8: the setting 'days' has the unknown type 'int'",
            "did you mean 'reports'?",
        ] {
            #expect(call.errors.contains(mistake), "\(call.errors)")
        }
        let missing = try demo.halqa("plugin", "install", "nowhere", "--yes")
        #expect(missing.exitCode == 66 && missing.errors == "halqa: 'nowhere': there is no such file\n")
    }

    @Test func `an update shows what is different, and new permissions need new consent`() throws {
        let demo = try DemoFolder()
        let first = try PluginFiles(
            in: demo.folder, more: "[needs]\nread = [\"members\"]\n[settings.days]\ntype = \"integer\"\n")
        let second = try PluginFiles(
            "tally", "1.1.0", in: demo.folder, more: PluginFiles.needs, files: ["lib/more.lua": "return 1\n"])
        #expect(try demo.halqa("plugin", "install", first.path, "--yes").exitCode == 0)
        let asked = try demo.halqa("plugin", "update", second.path, "--diff")
        #expect(asked.exitCode == 64)
        for line in [
            "tally: 1.0.0 becomes 1.1.0", "+ read sessions", "- days (integer)", "+ lib/more.lua (+1 -0)",
            "~ reports/all.lua (+1 -1)", "-1: return function() return '1.0.0' end",
            "+1: return function() return '1.1.0' end", "--grant 'read sessions'",
        ] {
            #expect(asked.errors.contains(line), "\(asked.errors)")
        }
        #expect(try demo.store.plugin("tally").version == "1.0.0")
        let refused = try demo.halqa("plugin", "update", second.path, "--grant", "none")
        #expect(
            refused.exitCode == 0 && refused.errors.contains("It was not granted 'read sessions'."),
            "\(refused.errors)")
        #expect(try demo.store.plugin("tally").granted == Permissions(read: ["members"]))

        let downgrade = try demo.halqa("plugin", "update", first.path, "--yes")
        #expect(
            downgrade.exitCode == 65
                && downgrade.errors.hasSuffix(
                    "1.0.0 is earlier than 1.1.0, the version of tally that is installed; "
                        + "go back to 1.0.0 with 'halqa plugin rollback tally', or add --allow-downgrade\n"),
            "\(downgrade.errors)")
        #expect(try demo.store.plugin("tally").version == "1.1.0")
        #expect(
            try demo.halqa("plugin", "rollback", "tally").errors
                == "The plugin tally is version 1.0.0 again.\n")
        let earliest = try PluginFiles("tally", "0.9.0", in: demo.folder)
        let without = try demo.halqa("plugin", "update", earliest.path, "--yes")
        #expect(
            without.exitCode == 65
                && without.errors.hasSuffix(
                    "0.9.0 is earlier than 1.0.0, the version of tally that is installed; add --allow-downgrade\n"
                ),
            "\(without.errors)")
        let granted = try demo.halqa("plugin", "update", second.path, "--yes")
        #expect(
            granted.exitCode == 0 && granted.errors.contains("It was newly granted 'read sessions'."),
            "\(granted.errors)")
        #expect(
            try demo.store.pluginEvents("tally").first?.details == "from 1.0.0; granted read sessions")
        #expect(try demo.halqa("plugin", "update", first.path, "--yes", "--allow-downgrade").exitCode == 0)
        #expect(try demo.store.plugin("tally").version == "1.0.0")
        let same = try demo.halqa("plugin", "update", first.path, "--yes")
        #expect(same.exitCode == 0 && same.errors.contains("is this version already"))
        let changed = try PluginFiles(in: demo.folder, files: ["lib/words.lua": "return 2"])
        let other = try demo.halqa("plugin", "update", changed.path, "--yes")
        #expect(other.exitCode == 65 && other.errors.contains("has to have a new version"))
    }

    @Test func `what plugins need of each other is told before anything is asked`() throws {
        let demo = try DemoFolder()
        let words = try PluginFiles("words", in: demo.folder)
        let user = try PluginFiles(in: demo.folder, more: "[depends]\nwords = \"^1.0\"\n")
        #expect(try demo.halqa("plugin", "install", words.path, "--yes").exitCode == 0)
        #expect(try demo.halqa("plugin", "install", user.path, "--yes").exitCode == 0)
        for (version, more, message) in [
            ("2.0.0", "", "tally needs the plugin words in a version of ^1.0, and 2.0.0 is installed"),
            (
                "1.1.0", "[depends]\ntally = \"*\"\n",
                "the plugins need each other in a circle: tally needs words needs tally"
            ),
        ] {
            let other = try PluginFiles("words", version, in: demo.folder, more: more)
            let call = try demo.halqa("plugin", "update", other.path)
            #expect(call.exitCode == 65 && call.errors == "halqa: \(message)\n", "\(call.errors)")
        }
    }

    @Test func `an update of a pinned plugin is refused before anything is asked`() throws {
        let demo = try DemoFolder()
        let first = try PluginFiles(in: demo.folder)
        let second = try PluginFiles("tally", "1.1.0", in: demo.folder, more: PluginFiles.needs)
        #expect(try demo.halqa("plugin", "install", first.path, "--yes").exitCode == 0)
        #expect(try demo.halqa("plugin", "pin", "tally").exitCode == 0)
        let call = try demo.halqa("plugin", "update", second.path)
        #expect(
            call.exitCode == 65
                && call.errors
                    == "halqa: the plugin tally is pinned to version 1.0.0; unpin it first: halqa plugin unpin tally\n",
            "\(call.errors)")
    }

    @Test func `fields that a plugin has no longer are named wherever it is looked at`() throws {
        let demo = try DemoFolder()
        let fields = ["code", "note"].map { "[fields.session.\($0)]\ntype = \"text\"\n" }
        let first = try PluginFiles(in: demo.folder, more: fields.joined())
        let second = try PluginFiles("tally", "1.1.0", in: demo.folder, more: fields[0])
        #expect(try demo.halqa("plugin", "install", first.path, "--yes").exitCode == 0)
        #expect(try demo.halqa("run", "tally/all").exitCode == 0)
        let run = try demo.latestRun
        #expect(try !demo.halqa("runs", "show", run).output.contains("x.tally"))
        #expect(try demo.halqa("plugin", "update", second.path, "--yes").exitCode == 0)
        let kept = "x.tally.note of session"
        #expect(try demo.halqa("plugin", "show", "tally").output.contains("Fields of earlier versions"))
        #expect(try demo.halqa("doctor").output.contains("kept of earlier versions: \(kept)"))
        #expect(try demo.halqa("plugin", "remove", "tally").exitCode == 0)
        let all = "x.tally.code of session, \(kept)"
        let shown = try demo.halqa("plugin", "show", "tally")
        #expect(
            shown.exitCode == 66
                && shown.errors.contains("was removed; what its fields hold is kept (\(all))"),
            "\(shown.errors)")
        let checked = try demo.halqa("doctor")
        #expect(checked.exitCode == 0 && checked.output.contains(all), "\(checked.output)")
        let receipt = try demo.halqa("runs", "show", run, "--format", "json").output
        #expect(receipt.contains("tally 1.0.0") && receipt.contains(kept), "\(receipt)")
        #expect(try demo.halqa("plugin", "remove", "tally", "--purge").exitCode == 0)
        #expect(try !demo.halqa("doctor").output.contains("x.tally"))
    }

    @Test func `two plugins with one identifier are one plugin`() throws {
        let demo = try DemoFolder()
        let first = try PluginFiles(in: demo.folder)
        #expect(try demo.halqa("plugin", "install", first.path, "--yes").exitCode == 0)
        let other = try PluginFiles("tally", "7.0.0", in: demo.folder, files: ["rules/other.lua": "return 1"])
        let call = try demo.halqa("plugin", "install", other.path, "--yes")
        #expect(call.exitCode == 73 && call.errors.contains("installed already"))
    }

    @Test func `pinned, set, switched, granted and removed by commands`() throws {
        let demo = try DemoFolder()
        let files = try PluginFiles(
            in: demo.folder,
            more: PluginFiles.needs + "[settings.days]\ntype = \"integer\"\ndefault = 3\nminimum = 0\n")
        #expect(try demo.halqa("plugin", "install", files.path, "--grant", "none").exitCode == 0)
        for (arguments, exitCode, words) in [
            (["grant", "tally", "read members", "read sessions"], 0, "has 'read members', 'read sessions'"),
            (["grant", "tally", "--revoke", "read sessions"], 0, "no longer has 'read sessions'"),
            (["grant", "tally", "message"], 65, "does not ask for 'message'"),
            (["settings", "tally", "days=5"], 0, "were changed for the whole community"),
            (["settings", "tally", "days=7", "--organization", "jor"], 0, "for the people of jor"),
            (["settings", "tally", "days=-1"], 65, "'-1' is not a whole number"),
            (["settings", "tally", "dayz=1"], 65, "did you mean 'days'?"),
            (["settings", "tally", "days=1", "--reset", "days"], 64, "cannot be both"),
            (["settings", "tally", "days"], 64, "write name=value"),
            (["pin", "tally"], 0, "stays at its version"), (["unpin", "tally"], 0, "can be updated"),
            (["disable", "tally", "--organization", "jor"], 65, "is on for the whole community"),
            (["disable", "tally"], 0, "is off for the whole community"),
            (["enable", "tally", "--organization", "jor"], 0, "is on for the people of jor"),
            (["rollback", "tally"], 65, "no earlier version"),
            (["show", "taly"], 66, "did you mean 'tally'?"),
            (["remove", "taly"], 66, "did you mean 'tally'?"), (["lst"], 64, "did you mean 'list'?"),
        ] as [([String], Int32, String)] {
            let call = try demo.halqa(["plugin"] + arguments)
            #expect(call.exitCode == exitCode && call.errors.contains(words), "\(arguments): \(call.errors)")
        }
        let snapshot = try demo.store.snapshot()
        let jordan = try snapshot.key(of: "jor", in: snapshot.schema.entity("organization"))
        let events = try demo.store.pluginEvents("tally").filter { $0.organization != nil }
        #expect(events.map(\.details) == ["jor", "days=7 for jor"])
        #expect(events.allSatisfy { $0.organization == jordan })
        let shown = try demo.halqa("plugin", "show", "tally", "--format", "json").output
        for word in ["on for jor", "read members", "\"days\"", "Failures in a row", "install"] {
            #expect(shown.contains(word), "\(word): \(shown)")
        }
        let settings = try demo.halqa(
            "plugin", "settings", "tally", "--organization", "jor", "--format", "csv")
        #expect(settings.output.contains("days,7,jor,integer"), "\(settings.output)")
        #expect(try demo.halqa("doctor").output.contains("plugin tally"))
        #expect(try demo.halqa("plugin", "remove", "tally", "--purge").exitCode == 0)
        #expect(
            try demo.halqa("plugin", "list", "--format", "csv").output.split(whereSeparator: \.isNewline)
                .count == 1)
    }

    @Test func `plugins are the admins' to change, and their organization's to focal points`() throws {
        let demo = try DemoFolder()
        func member(_ id: String, _ role: String, _ organization: String) -> Change {
            .create(
                entity: "member", id: id,
                fields: ["name": .text(id), "role": .text(role), "organization": .reference(organization)])
        }
        try demo.store.apply(
            ChangeSet(
                [
                    member("an-admin", "admin", "jor"), member("a-moderator", "moderator", "jor"),
                    member("a-focal-point", "focal_point", "jor"), member("a-member", "member", "jor"),
                    member("other-focal-point", "focal_point", "lbn"),
                ], origin: ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))))
        let files = try PluginFiles(in: demo.folder, more: "[settings.days]\ntype = \"integer\"\n")
        for (member, arguments, exitCode) in [
            ("a-member", ["install", files.path, "--yes"], 77),
            ("a-focal-point", ["install", files.path, "--yes"], 77),
            ("a-moderator", ["install", files.path, "--yes"], 77),
            ("an-admin", ["install", files.path, "--yes", "--organization", "jor"], 0),
            ("a-member", ["list"], 77),
            ("a-moderator", ["show", "tally"], 0), ("a-focal-point", ["show", "tally"], 0),
            ("other-focal-point", ["show", "tally"], 66), ("a-moderator", ["disable", "tally"], 77),
            ("a-focal-point", ["settings", "tally", "days=1"], 77),
            ("a-focal-point", ["settings", "tally", "days=1", "--organization", "lbn"], 77),
            ("a-focal-point", ["settings", "tally", "days=1", "--organization", "jor"], 0),
            ("a-focal-point", ["grant", "tally", "message"], 77), ("a-focal-point", ["remove", "tally"], 77),
            ("a-focal-point", ["disable", "tally", "--organization", "jor"], 0),
            ("a-focal-point", ["enable", "tally"], 77),
            // What was granted for the people of one organization is not for another to take.
            ("other-focal-point", ["enable", "tally", "--organization", "lbn"], 66),
            ("other-focal-point", ["disable", "tally", "--organization", "lbn"], 66),
            ("other-focal-point", ["settings", "tally", "days=1", "--organization", "lbn"], 66),
            ("a-focal-point", ["enable", "tally", "--organization", "jor"], 0),
            ("an-admin", ["enable", "tally"], 0),
            ("other-focal-point", ["settings", "tally", "days=7", "--organization", "lbn"], 0),
            ("a-focal-point", ["settings", "tally", "--organization", "lbn"], 77),
            ("other-focal-point", ["settings", "tally", "--organization", "lbn"], 0),
        ] as [(String, [String], Int32)] {
            let call = try demo.halqa(["--as", member, "plugin"] + arguments)
            #expect(call.exitCode == exitCode, "\(member) \(arguments): \(call.text)")
        }
        for (member, seen, hidden) in [
            ("a-focal-point", "days=1 for jor", "days=7"), ("other-focal-point", "days=7 for lbn", "days=1"),
        ] {
            let shown = try demo.halqa("--as", member, "plugin", "show", "tally").output
            #expect(shown.contains(seen) && !shown.contains(hidden), "\(member): \(shown)")
        }
        // A name that is nearly that of a plugin tells nothing of it.
        #expect(try demo.halqa("--as", "an-admin", "plugin", "disable", "tally").exitCode == 0)
        let missing = try demo.halqa("--as", "a-focal-point", "plugin", "show", "taly")
        #expect(missing.exitCode == 66 && !missing.text.contains("tally"), "\(missing.text)")
        #expect(try demo.halqa("--as", "an-admin", "plugin", "remove", "tally").exitCode == 0)
        #expect(try demo.store.pluginEvents("tally").first?.by == "an-admin")
    }
}
