import Community
import Plugins
import Testing

struct ManifestTests {
    private func manifest(_ text: String) throws -> Manifest { try Manifest(Array(text.utf8)) }

    @Test func `a manifest says everything about its plugin`() throws {
        let manifest = try manifest(Sample.manifest)
        #expect(manifest.id == "follow_up")
        #expect(manifest.name == ["en": "Follow-up", "fr": "Suivi", "ar": "المتابعة"])
        #expect(manifest.version == Version(1, 2, 0))
        #expect(manifest.api == 1)
        #expect(manifest.license == "MIT")
        #expect(manifest.authors == ["Secretariat"])
        #expect(
            manifest.needs.list.map(\.description) == [
                "read action_items", "read members", "read members.personal", "read organizations",
                "propose action_items", "message",
            ])
        #expect(manifest.depends == ["gcm_objectives": try #require(VersionRange("^1.0"))])
        #expect(
            manifest.settings == [
                Setting(
                    name: "grace_days", type: .integer(0...Int64.max), default: .integer(3),
                    title: ["en": "Days of grace"])
            ])
        #expect(manifest.fields.map(\.field.name) == ["x.follow_up.national_reference"])
        #expect(manifest.fields.first?.entity == "action_item")
        #expect(manifest.fields.first?.field.type == .text)
    }

    @Test func `the least of a manifest is enough`() throws {
        let manifest = try manifest("[plugin]\nid = 'a'\nname = 'A'\nversion = '0.1.0'\napi = '1'\n")
        #expect(manifest.name == ["en": "A"])
        #expect(manifest.needs.isEmpty && manifest.depends.isEmpty && manifest.settings.isEmpty)
    }

    /// A setting or field of each type that can be declared.
    @Test(arguments: [
        ("type = 'text'", "default = 'a'"), ("type = 'integer'\nminimum = 1\nmaximum = 5", "default = 5"),
        ("type = 'number'\nminimum = 0.5", "default = 2"), ("type = 'boolean'", "default = true"),
        ("type = 'date'", "default = 2024-06-30"), ("type = 'date'", "default = '2024-06-30'"),
        ("type = 'instant'", "default = 2024-06-30T14:00:00+03:00"),
        ("choices = ['low', 'high']", "default = 'low'"),
        (
            "type = 'choice'\nchoices = [{ name = 'low', title = { fr = 'bas' } }, { name = 'high' }]",
            "default = 'high'"
        ),
        ("type = 'list of choice'\nchoices = ['low', 'high']", "default = ['low']"),
        ("type = 'list of text'", "default = ['a', 'b']"), ("type = 'time zone'", "default = 'Asia/Beirut'"),
        ("type = 'localized text'", "default = { en = 'a', ar = 'ب' }"), ("type = 'organization'", ""),
    ])
    func `a setting and a field can be of this type`(type: String, value: String) throws {
        let manifest = try manifest(
            Sample.manifest + "\n[settings.it]\n\(type)\n\(value)\n[fields.session.it]\n\(type)\n\(value)\n")
        #expect(manifest.setting("it")?.defaultValue.isNull == value.isEmpty)
        #expect(manifest.fields.contains { $0.entity == "session" && $0.name == "it" })
    }

    /// Each mistake alone, by what is added to or replaced in a manifest without one.
    @Test(arguments: [
        (#"id = "follow_up""#, #"id = "Follow-Up""#, "line 2: plugin.id: 'Follow-Up' is not a name"),
        (#"id = "follow_up""#, #"id = "end""#, "line 2: plugin.id: 'end' is not a name"),
        (#"id = "follow_up""#, "", "line 1: plugin.id is missing"),
        (#"id = "follow_up""#, "id = 3", "plugin.id is not a text"),
        (#"id = "follow_up""#, "ident = 'a'\nid = 'a'", "[plugin] has no 'ident'; there are id, name"),
        (
            #"version = "1.2.0""#, #"version = "1.2""#,
            "line 4: plugin.version: '1.2' is not a semantic version"
        ),
        (#"version = "1.2.0""#, "version = 1.2", "plugin.version is not a text"),
        (#"version = "1.2.0""#, "", "plugin.version is missing"),
        (
            #"api = "1""#, #"api = "2""#,
            "line 5: the plugin is written for version 2 of the Lua API, and this Halqa has version 1"
        ),
        (#"api = "1""#, #"api = "one""#, "plugin.api: 'one' is not a version"),
        (#"api = "1""#, "", "plugin.api is missing"),
        (#"api = "1""#, "api = 1", "plugin.api is not a text"),
        (#"name = { en = "Follow-up", fr = "Suivi", ar = "المتابعة" }"#, "", "plugin.name is missing"),
        (
            #"name = { en = "Follow-up", fr = "Suivi", ar = "المتابعة" }"#, "name = { english = 'x' }",
            "line 3: plugin.name.english: 'english' is not the code of a language"
        ),
        (
            #"name = { en = "Follow-up", fr = "Suivi", ar = "المتابعة" }"#, "name = ['x']",
            "plugin.name is not a text, or texts by language"
        ),
        (#"authors = ["Secretariat"]"#, "authors = 'me'", "plugin.authors is not a list of texts"),
        (#"authors = ["Secretariat"]"#, "authors = ['me', 'me']", "twice"),
        (#"authors = ["Secretariat"]"#, "authors = ['me', 3]", "plugin.authors is not a list of texts"),
        (#"license = "MIT""#, "license = ' '", "plugin.license is not a text that is not empty"),
        ("message = true", "message = 'yes'", "line 12: needs.message is not true or false"),
        (
            #"propose = ["action_items"]"#, "propose = ['action_item']",
            "needs.propose: there is no 'action_item' to propose; did you mean 'action_items'?"
        ),
        (
            #"propose = ["action_items"]"#, "propose = ['members.personal']",
            "needs.propose: there is no 'members.personal'"
        ),
        (#""members", "members.personal""#, #""members.personal""#, "is of no use without 'members'"),
        ("message = true", "messages = true", "line 12: [needs] has no 'messages'; did you mean 'message'?"),
        (
            #"gcm_objectives = "^1.0""#, #"gcm_objectives = "latest""#,
            "line 15: depends.gcm_objectives: 'latest' is not a range of versions"
        ),
        (#"gcm_objectives = "^1.0""#, #"follow_up = "^1.0""#, "the plugin depends on itself"),
        (#"gcm_objectives = "^1.0""#, #""Not a name" = "^1.0""#, "is no plugin's identifier"),
        (
            "default = 3", "default = -1",
            "settings.grace_days.default: '-1' is not a whole number of at least 0"
        ),
        ("default = 3", "default = 'three'", "settings.grace_days.default"),
        (
            "minimum = 0", "minimum = 9\nmaximum = 3",
            "the setting 'grace_days' has a minimum (9) above its maximum (3)"
        ),
        ("minimum = 0", "least = 0", "[settings.grace_days] has no 'least'"),
        (#"type = "integer""#, #"type = "int""#, "the setting 'grace_days' has the unknown type 'int'"),
        (#"type = "integer""#, "", "line 17: settings.grace_days.type is missing"),
        (#"type = "integer""#, #"type = "boolean""#, "has a minimum or maximum"),
        ("[settings.grace_days]", "[settings.grace-days]", "'grace-days' is not a name"),
        (
            "[settings.grace_days]", "[setting.grace_days]",
            "a manifest has no 'setting'; did you mean 'settings'?"
        ),
        ("minimum = 0", "choices = []", "line 20: settings.grace_days.choices is empty"),
        ("minimum = 0", "choices = 'a'", "settings.grace_days.choices is not a list of names"),
        (
            "[fields.action_item.national_reference]", "[fields.action_items.national_reference]",
            "line 23: [fields.action_items]: there is no entity 'action_items'; did you mean 'action_item'?"
        ),
        (
            "[fields.action_item.national_reference]", "[fields.action_item.National]",
            "cannot be called 'National'"
        ),
        (
            #"type = "text""#, #"type = "txt""#,
            "line 24: the field 'national_reference' of action_item has the unknown type 'txt'; did you mean 'text'?"
        ),
        (#"type = "text""#, "type = 'month'", "has the unknown type 'month'"),
        (#"type = "text""#, "type = 'text'\nrequired = true", "has no 'required'"),
        (
            #"type = "text""#, "type = 'organization'\ndefault = 'jor'",
            "has a default, which references cannot have"
        ),
        ("[plugin]", "[plugins]", "did you mean 'plugin'?"),
        ("[plugin]", "plugin = 3\n[needs2]", "plugin is not a table"),
        ("[plugin]", "[plugin", "line 1, column "), ("[plugin]", "[plugin]\nid = 'a'", "line 3, column "),
    ])
    func `a mistake is told in a sentence, with its line`(part: String, mistake: String, message: String)
        throws
    {
        let text = Sample.manifest.replacing(part, with: mistake)
        #expect(text != Sample.manifest)
        let error = #expect(throws: PluginError.self) { try manifest(text) }
        #expect(error?.mistakes.contains { $0.contains(message) } == true, "\(error?.description ?? "")")
        #expect(error?.kind == .wrong)
    }

    @Test func `all mistakes are told, in the order of lines`() throws {
        let error = #expect(throws: PluginError.self) {
            try manifest(
                """
                [plugin]
                id = "A"
                version = "1"
                api = "1"
                [settings.a]
                type = "txt"
                [needs]
                read = ["member", "sesions"]
                """)
        }
        let lines = try #require(error?.mistakes).map { String($0.prefix { $0 != ":" }) }
        #expect(lines == ["line 1", "line 2", "line 3", "line 6", "line 8", "line 8"], "\(lines)")
    }

    @Test func `a manifest for a later version of the API is told that alone`() throws {
        let error = #expect(throws: PluginError.self) {
            try manifest("[plugin]\nid = 'a'\napi = '2'\nfuture = 1\n[future]\n")
        }
        #expect(error?.mistakes.count == 1)
        #expect(error?.mistakes.first?.contains("install a later Halqa") == true)
    }

    @Test(arguments: [
        [UInt8]("\u{0}".utf8), [0xFF, 0xFE], [UInt8](repeating: 0x0A, count: 300 << 10),
        Array(("a = " + String(repeating: "[", count: 100_000)).utf8),
        Array(String(repeating: "[a", count: 10_000).utf8),
        Array(String(repeating: "a.", count: 50_000).utf8),
        Array("[settings.a]\ntype = 'choice'\nchoices = \((0..<10_000).map { "a\($0)" })".utf8),
        // Looks like a name to what finds the lines of names.
        Array("a = [\n\"\(String(repeating: "a.", count: 100_000))=\"\n]".utf8),
    ])
    func `what is no text or no TOML is refused`(bytes: [UInt8]) {
        #expect(throws: PluginError.self) { try Manifest(bytes) }
    }
}
