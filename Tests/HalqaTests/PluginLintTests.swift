import Foundation
import Testing

struct PluginLintTests {
    /// A change of a plugin that has nothing against it, and what is then said.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Texts by path; nil takes a file away.
        var files: [String: String?] = [:]
        /// What the manifest has besides, and what is changed in it.
        var more = ""
        var replacing = ("", "")
        let finding: String
    }

    private static let manifest = """
        [plugin]
        id = "tally"
        name = { en = "Tally", fr = "Décompte", ar = "إحصاء" }
        description = { en = "Counts.", fr = "Compte.", ar = "يعدّ." }
        version = "1.0.0"
        api = "1"

        [needs]
        read = ["members"]

        """
    private static let heading = "title = { en = \"All\", fr = \"Tout\", ar = \"الكل\" }"
    private static let files = [
        "reports/all.lua": report(
            "local names = require \"lib.names\"\n  return names.count(community.members)"),
        "lib/names.lua":
            "local names = {}\nfunction names.count(query) return query:count() end\nreturn names\n",
        "tests/all.lua": "return tests { counted = function(t) t:run \"reports/all\" end }\n",
    ]

    /// A report whose body begins in its line 2.
    private static func report(_ body: String) -> String {
        "return report { \(heading), run = function(community, params)\n  \(body)\nend }\n"
    }

    private static func lint(_ files: [String: String?], _ options: [String] = []) throws -> Command {
        let folder = try TemporaryFolder()
        for (name, text) in files {
            let file = URL(filePath: "\(folder.path)/tally/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            if let text { try Data(text.utf8).write(to: file) }
        }
        return try Command(["plugin", "lint", "tally"] + options, in: folder)
    }

    static let cases = [
        Case(
            testDescription: "a mistake in the manifest", more: "[neds]\n",
            finding: "plugin.toml:10: error: a manifest has no 'neds'; did you mean 'needs'?"),
        Case(
            testDescription: "a file in no folder of a plugin", files: ["report/all.lua": "return 1"],
            finding: "report/: error: a plugin has no such folder; did you mean 'reports'?"),
        Case(
            testDescription: "Lua that does not load", files: ["reports/new.lua": "return report {\n"],
            finding: "reports/new.lua:2: error: unexpected symbol"),
        Case(
            testDescription: "a contribution of another kind",
            files: ["reminders/new.lua": report("return community.members")],
            finding: "reminders/new.lua: error: "),
        Case(
            testDescription: "a global that there is not",
            files: ["reports/new.lua": report("return documnt {}")],
            finding: "reports/new.lua:2: error: unknown name 'documnt'; did you mean 'document'?"),
        Case(
            testDescription: "a name of Lua's that scripts have not",
            files: ["reports/new.lua": report("return os.time()")],
            finding: "reports/new.lua:2: error: unknown name 'os': "),
        Case(
            testDescription: "a field that a change cannot have",
            files: [
                "reports/new.lua": report(
                    "return upsert.action_item {\n    id = \"a\", tags = { titel = 1 }, x = {}, nmae = 1,\n    titel = \"T\" }"
                )
            ],
            finding: "reports/new.lua:4: error: 'titel' is not a field of action_item; did you mean 'title'?"),
        Case(
            testDescription: "a field with two letters swapped",
            files: ["reports/new.lua": report("return update.organization({ id = \"a\", nmae = \"T\" })")],
            finding: "reports/new.lua:2: error: 'nmae' is not a field of organization; did you mean 'name'?"),
        Case(
            testDescription: "a global that is written", files: ["reports/new.lua": report("count = 1")],
            finding: "reports/new.lua:2: error: 'count' is written as a global variable"),
        Case(
            testDescription: "a local variable outside its block",
            files: ["reports/new.lua": report("do local inner = 1 end return inner")],
            finding: "reports/new.lua:2: error: unknown name 'inner'"),
        Case(
            testDescription: "a function that a library lacks",
            files: ["reports/new.lua": report("return json.encoed {}")],
            finding: "reports/new.lua:2: error: unknown name 'json.encoed'; did you mean 'encode'?"),
        Case(
            testDescription: "a method that nothing has",
            files: ["reports/new.lua": report("return community.members:wehre(\"id\", any)")],
            finding: "reports/new.lua:2: error: unknown method 'wehre'; did you mean 'where'?"),
        Case(
            testDescription: "an entity that there is not",
            files: ["reports/new.lua": report("return community.member")],
            finding: "reports/new.lua:2: error: unknown name 'community.member'; did you mean 'members'?"),
        Case(
            testDescription: "an entity that is not asked for",
            files: ["reports/new.lua": report("return community.sessions:count()")],
            finding:
                "reports/new.lua:2: error: this needs 'read sessions', which the plugin does not ask for; add "
                + "\"sessions\" to `read`"),
        Case(
            testDescription: "a reference to an entity that is not asked for",
            files: ["reports/new.lua": report("return community.members:group \"organization\":count()")],
            finding: "reports/new.lua:2: warning: this needs 'read organizations'"),
        Case(
            testDescription: "a personal field that is not asked for",
            files: ["reports/new.lua": report("return community.members:first().email")],
            finding: "reports/new.lua:2: warning: this needs 'read members.personal'"),
        Case(
            testDescription: "proposals that are not asked for",
            files: ["reports/new.lua": report("return upsert.session {}")],
            finding:
                "reports/new.lua:2: error: this needs 'propose sessions', which the plugin does not ask for; add "
                + "\"sessions\" to `propose`"),
        Case(
            testDescription: "messages that are not asked for",
            files: ["reports/new.lua": report("return message {}")],
            finding:
                "reports/new.lua:2: error: this needs 'message', which the plugin does not ask for; write message = true"
        ),
        Case(
            testDescription: "a permission that nothing uses",
            replacing: ("[\"members\"]", "[\"members\", \"practices\"]"),
            finding: "plugin.toml:9: warning: 'read practices' is asked for, and nothing uses it"),
        Case(
            testDescription: "proposals that nothing makes", more: "propose = [\"sessions\"]\n",
            finding: "plugin.toml:10: warning: 'propose sessions' is asked for, and nothing uses it"),
        Case(
            testDescription: "messages that nothing sends", more: "message = true\n",
            finding: "plugin.toml:10: warning: 'message' is asked for, and nothing uses it"),
        Case(
            testDescription: "a setting that is not declared",
            files: ["reports/new.lua": report("return settings.days")],
            finding: "reports/new.lua:2: error: the plugin has no setting 'days'; declare [settings.days]"),
        Case(
            testDescription: "a setting that is mistyped",
            files: ["reports/new.lua": report("return settings[\"dais\"] + settings.days")],
            more: "[settings.days]\ntype = \"integer\"\n",
            finding: "reports/new.lua:2: error: the plugin has no setting 'dais'; did you mean 'days'?"),
        Case(
            testDescription: "a setting that nothing uses", more: "[settings.days]\ntype = \"integer\"\n",
            finding: "plugin.toml:10: warning: the setting 'days' is declared, and nothing uses it"),
        Case(
            testDescription: "a setting without a title",
            files: ["reports/new.lua": report("return settings.days")],
            more: "[settings.days]\ntype = \"integer\"\n",
            finding: "plugin.toml:10: warning: settings.days.title is missing"),
        Case(
            testDescription: "a library that there is not",
            files: ["reports/new.lua": report("return require \"lib.name\"")],
            finding:
                "reports/new.lua:2: error: require \"lib.name\": there is no file lib/name.lua; did you mean 'lib.names'?"
        ),
        Case(
            testDescription: "a plugin that it does not depend on",
            files: ["reports/new.lua": report("return require(\"other.names\")")],
            finding:
                "reports/new.lua:2: error: require \"other.names\": the plugin does not depend on 'other'"),
        Case(
            testDescription: "a plugin that is nowhere", more: "[depends]\nother = \"^1.0\"\n",
            finding:
                "plugin.toml:10: error: tally needs the plugin other (^1.0), which is not installed, and not in a "
                + "folder beside it"),
        Case(
            testDescription: "a plugin of which nothing is used", more: "[depends]\nother = \"^1.0\"\n",
            finding: "plugin.toml:11: warning: the plugin depends on other, and requires none of its files"),
        Case(
            testDescription: "a file that nothing uses", files: ["lib/more.lua": "return {}"],
            finding: "lib/more.lua: warning: nothing requires this file; write require \"lib.more\""),
        Case(
            testDescription: "a table of texts with one missing",
            files: ["reports/new.lua": report("return tr { en = \"a\", ar = \"ب\" }")],
            finding: "reports/new.lua:2: warning: the text is not there in fr"),
        Case(
            testDescription: "a title in one language",
            files: ["reports/new.lua": report("return document { title = \"Members\" }")],
            finding: "reports/new.lua:2: warning: the title \"Members\" is in one language"),
        Case(
            testDescription: "a name in one language",
            replacing: (", fr = \"Décompte\", ar = \"إحصاء\"", ""),
            finding: "plugin.toml:3: warning: plugin.name is not there in ar, fr"),
        Case(
            testDescription: "a description that is missing",
            replacing: ("description = { en = \"Counts.\", fr = \"Compte.\", ar = \"يعدّ.\" }\n", ""),
            finding: "plugin.toml:1: warning: plugin.description is missing"),
        Case(
            testDescription: "a field whose title is in one language",
            more: "[fields.member.code]\ntype = \"text\"\ntitle = { en = \"Code\" }\n",
            finding: "plugin.toml:12: warning: fields.member.code.title is not there in ar, fr"),
        Case(
            testDescription: "a contribution without a title",
            files: ["reports/new.lua": "return function(community) return community.members end"],
            finding: "reports/new.lua: warning: the report has no title"),
        Case(
            testDescription: "no tests", files: ["tests/all.lua": nil],
            finding: "plugin.toml: warning: the plugin has no tests"),
        Case(
            testDescription: "a report that no test names",
            files: ["reports/new.lua": report("return community.members")],
            finding:
                "reports/new.lua: warning: no test names this report; write one in tests/, with t:run(\"reports/new\", …)"
        ),
    ]

    @Test(arguments: cases)
    func `each mistake is told with its place`(lint: Case) throws {
        var manifest = Self.manifest + lint.more
        if !lint.replacing.0.isEmpty {
            #expect(manifest.contains(lint.replacing.0))
            manifest = manifest.replacing(lint.replacing.0, with: lint.replacing.1)
        }
        var files = Self.files.mapValues(Optional.some).merging(lint.files) { _, given in given }
        files["plugin.toml"] = manifest
        let call = try Self.lint(files)
        let lines = call.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("tally/" + lint.finding) }, "\(call.text)")
        let hasErrors = lines.contains { $0.contains(": error: ") }
        #expect(call.exitCode == (hasErrors ? 78 : 0), "\(call.text)")
        #expect(lint.finding.contains(": error: ") ? hasErrors : true)
    }

    @Test func `a plugin in which nothing is wrong has nothing said against it`() throws {
        var files = Self.files.mapValues(Optional.some)
        files["plugin.toml"] = Self.manifest
        files["lib/all.lua"] = """
            --[==[ unknown() ]==]
            local all <const> = {}
            return all
            """
        files["reports/more.lua"] = Self.report(
            """
            local all, seen = require "lib.all", {}
            local function visit(a, b, ...) return a, b, select("#", ...) end
            for index, member in ipairs(community.members:list()) do seen[index] = member.name end
            for step = 1, 3 do visit(step) end
            while #seen > 3 do local last = table.remove(seen) if last then break end end
            repeat local done = true until done
            if #seen > 1 then local x = 1 seen[x] = nil elseif #seen == 0 then goto ending else local y = 2 seen[y] = nil end
            function all.method(other) return other end
            function all:named(name) self.name = name return self end
            all:named("x"):named [[y]]
            ::ending::
            return { "unknown", key = seen, [1] = all["named"], 'it\\'s' .. ("x"):rep(2), 0x1F + 1e-3, -- unknown2
              run = function(inner) return inner end }
            """)
        files["tests/more.lua"] = """
            return tests { named = function(t) for _, name in ipairs { "more" } do t:run("reports/" .. name) end end }
            """
        let call = try Self.lint(files, ["--strict"])
        #expect(call.exitCode == 0 && call.output.isEmpty, "\(call.text)")
        #expect(call.errors == "There is nothing to say against 'tally'.\n")
    }

    @Test func `warnings are errors where that is asked, and findings are JSON where that is`() throws {
        var files = Self.files.mapValues(Optional.some)
        files["plugin.toml"] = Self.manifest
        files["lib/more.lua"] = "return {}"
        #expect(try Self.lint(files).exitCode == 0)
        let strict = try Self.lint(files, ["--strict", "--format", "json"])
        #expect(strict.exitCode == 78)
        #expect(strict.errors == "halqa: the plugin in 'tally' has 1 warning\n")
        #expect(
            strict.output == """
                [
                  {
                    "file" : "lib/more.lua",
                    "sentence" : "nothing requires this file; write require \\"lib.more\\" where it is used",
                    "severity" : "warning"
                  }
                ]

                """)
        #expect(try Command(["plugin", "lint", "nowhere"], in: TemporaryFolder()).exitCode == 66)
    }
}
