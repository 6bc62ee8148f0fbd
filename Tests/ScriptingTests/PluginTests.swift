import Community
import Documents
import Foundation
import Testing

@testable import Scripting

/// What a file has from the plugin that it is a part of.
@Suite(.community) struct PluginTests {
    @Test(arguments: ["reports/libraries.lua", "reports/settings.lua"])
    func `what a plugin's file asserts holds`(path: String) throws {
        #expect(try Script(TestPlugin.program(path)).value == .text("passed"))
    }

    @Test(arguments: [
        (
            "require 'names'",
            "require(\"names\"): libraries have names such as \"lib.names\" (for the plugin's own lib/names.lua) or "
                + "\"other_plugin.names\" (for lib/names.lua of a plugin that it depends on)"
        ),
        ("require 'lib/names'", "require(\"lib/names\"): libraries have names such as"),
        ("require 'lib..names'", "require(\"lib..names\"): libraries have names such as"),
        (
            "require 'lib.../../../etc/passwd'",
            "require(\"lib.../../../etc/passwd\"): libraries have names such as"
        ),
        ("require '.lib.names'", "require(\".lib.names\"): libraries have names such as"),
        ("require ''", "require(\"\"): libraries have names such as"),
        (
            "require 'lib.name'",
            "require(\"lib.name\"): tally has no file lib/name.lua; did you mean 'lib.names'?"
        ),
        (
            "require 'reports.settings'",
            "require(\"reports.settings\"): tally does not depend on a plugin 'reports'"
        ),
        (
            "require 'wordbok.words'",
            "require(\"wordbok.words\"): tally does not depend on a plugin 'wordbok'; did you mean 'wordbook'?"
        ),
        (
            "require 'wordbook.letters'",
            "require(\"wordbook.letters\"): wordbook has no file lib/letters.lua; it has wordbook.marks, wordbook.words"
        ),
        (
            "require 'lib.nothing'",
            "require(\"lib.nothing\"): tally/lib/nothing.lua returns nothing; a library returns a value, such as a "
                + "table of its functions"
        ),
    ])
    func `a library that cannot be loaded is named, at the line that asks`(code: String, message: String)
        throws
    {
        let failure = try #require(
            try Script.failure(TestPlugin.program(source: Script.body("return " + code))))
        #expect(failure.kind == .script)
        #expect(failure.description.hasPrefix("tally/reports/script.lua:2: " + message), "\(failure)")
    }

    @Test func `files that require each other are told the whole circle`() throws {
        let failure = try #require(
            try Script.failure(TestPlugin.program(source: "return require 'lib.first'")))
        #expect(
            failure.description.hasPrefix(
                "tally/lib/second.lua:1: require(\"lib.first\"): the files require each other in a circle: "
                    + "tally/lib/first.lua → tally/lib/second.lua → tally/lib/first.lua; move what both need into a "
                    + "file of its own\n    return { other = require \"lib.first\" }\n"), "\(failure)")
    }

    @Test func `mistakes in a library are shown in its own file, with the way there`() throws {
        let failure = try #require(
            try Script.failure(
                TestPlugin.program(
                    source: "local names = require 'lib.names'\nreturn function() names.fail() end")))
        #expect(
            failure.description == """
                tally/lib/names.lua:5: names go wrong
                    function M.fail() error("names go wrong") end
                  at tally/lib/names.lua:5, in 'fail'
                  at tally/reports/script.lua:2
                """)
        let broken = try #require(
            try Script.failure(TestPlugin.program(source: "return require 'lib.broken'")))
        #expect(broken.description.hasPrefix("tally/lib/broken.lua:"), "\(broken)")
        #expect(broken.kind == .script)
    }

    @Test func `a library that failed to load fails again`() throws {
        let script = try Script(
            TestPlugin.program(
                source: Script.body(
                    "local first = pcall(require, 'lib.first') local again = pcall(require, 'lib.first') "
                        + "return tostring(first) .. tostring(again)")))
        #expect(script.value == .text("falsefalse"))
    }

    @Test func `a lone file is told that settings are a plugin's`() throws {
        let failure = try Script.failure("return settings.grace_days")
        #expect(
            failure?.description.hasPrefix(
                "script.lua:1: unknown name 'settings': only a plugin has settings, and this script is a lone file; "
                    + "declare a parameter in `params` instead, or move the script into a plugin") == true)
    }

    @Test func `a program is the same after its way to a worker`() throws {
        let program = try TestPlugin.program("reports/settings.lua")
        let encoded = try JSONEncoder().encode(program)
        #expect(try JSONDecoder().decode(Program.self, from: encoded) == program)
    }
}

/// What a plugin was not granted, as its author and its users are told.
@Suite(.community) struct PluginGrantTests {
    private static let grants = Grants(plugin: "tally", read: ["action_items", "organizations", "members"])

    private func failure(_ lines: String) throws -> ScriptFailure? {
        try Script.failure(TestPlugin.program(source: Script.body(lines), grants: Self.grants))
    }

    private static func refusal(_ name: String) -> String {
        "tally has not been granted 'read \(name)'; an admin can grant it: halqa plugin grant tally 'read \(name)'"
    }

    @Test(arguments: [
        ("return community.sessions:count()", "sessions"),
        ("for session in community.sessions:each() do print(session) end", "sessions"),
        ("return community.sessions:list()", "sessions"),
        ("return community.sessions:first()", "sessions"),
        ("return community.sessions:get 'talk'", "sessions"),
        ("return community.sessions:find 'Talk on detention'", "sessions"),
        ("return community.sessions:find_all { 'talk' }", "sessions"),
        ("return community.sessions:search 'talk':count()", "sessions"),
        ("return #community.sessions:group('kind'):count()", "sessions"),
        ("return community.sessions:max 'duration'", "sessions"),
        ("return community.action_items:get('a-1').session", "sessions"),
        ("return community.action_items:get('a-5').session", "sessions"),
        ("return community.action_items:get('a-1').progress_reports:count()", "progress_reports"),
        ("return community.action_items:get('a-1').objectives:list()", "objectives"),
        ("return community.organizations:get('jor').practices:count()", "practices"),
        ("return community.action_items:where('session', 'talk'):count()", "sessions"),
        ("return community.action_items:where('session', none):count()", "sessions"),
        ("return community.action_items:where('session.kind', 'talk'):count()", "sessions"),
        ("return community.action_items:sort('session'):count()", "sessions"),
        ("return community.action_items:group('session'):count()", "sessions"),
        (
            "local d = document {} d:table { rows = community.action_items, columns = { 'session' } } return d",
            "sessions"
        ),
        (
            "local d = document {} d:table { rows = community.action_items, columns = { 'objectives' } } return d",
            "objectives"
        ),
        (
            "local d = document {} d:chart { rows = community.action_items:group('session'):count() } return d",
            "sessions"
        ),
        ("return community.members:get('fp-jor').email", "members.personal"),
        ("return community.members:get('alt-jor').phone", "members.personal"),
        ("return community.members:where('email', none):count()", "members.personal"),
        ("return community.members:sort('email'):count()", "members.personal"),
        ("return community.members:group('email'):count()", "members.personal"),
        ("return community.action_items:where('assignee.email', 'x'):count()", "members.personal"),
    ])
    func `reading what was not granted names the permission, at the script's line`(
        lines: String, name: String
    ) throws {
        let failure = try #require(try failure(lines))
        #expect(failure.kind == .notGranted)
        #expect(
            failure.description.hasPrefix("tally/reports/script.lua:2: " + Self.refusal(name)), "\(failure)")
    }

    @Test func `a result of records that were not granted is refused`() throws {
        let failure = try #require(try failure("return community.sessions"))
        #expect(failure.description == "tally/reports/script.lua: " + Self.refusal("sessions"))
        #expect(failure.kind == .notGranted)
    }

    @Test func `a parameter of records takes their permission`() throws {
        let source =
            "return report { params = { session = { type = 'session' } }, run = function(_, p) return p.session.id end }"
        let program = try TestPlugin.program(source: source, grants: Self.grants)
        let failure = try #require(try Script.failure(program, ["session": "talk"]))
        #expect(failure.kind == .notGranted && failure.description.hasSuffix(Self.refusal("sessions")))
    }

    @Test func `naming a field is not reading it`() throws {
        let script = try Script(
            TestPlugin.program(
                source: """
                    -- session, email, phone: words that are also fields
                    return function(community)
                      local count = 0
                      for item in community.action_items:each() do count = count + #item.id end
                      for member in community.members:each() do count = count + #member.name end
                      return count > 0
                    end
                    """, grants: Self.grants))
        #expect(script.value == .boolean(true))
    }

    @Test func `a lone file reads what its viewer may`() throws {
        #expect(try Script("return function(c) return c.members:get('fp-jor').email end").value != nil)
    }
}
