import Testing

@testable import Scripting

/// What authors are told. The first line of a message is the sentence with its place; what follows shows the
/// line of the source and the calls.
@Suite(.community) struct MistakeTests {
    /// The lines stand from line 2 of the script on.
    @Test(arguments: [
        // Names.
        ("comunity.members:count()", "script.lua:2: unknown name 'comunity'"),
        ("print(nosuchname)", "script.lua:2: unknown name 'nosuchname'"),
        ("return today.quater", "script.lua:2: a date has no field 'quater'; did you mean 'quarter'?"),
        (
            "return community.membres",
            "script.lua:2: a community has no field 'membres'; did you mean 'members'?"
        ),
        (
            "return community.members:wher('role', 'x')",
            "script.lua:2: a query has no field 'wher'; did you mean 'where'?"
        ),
        (
            "return community.members:first().nmae",
            "script.lua:2: 'nmae' is not a field of member; did you mean 'name'?"
        ),
        ("return string.trim('x')", "script.lua:2: unknown name 'string.trim'"),
        ("return json.encod {}", "script.lua:2: unknown name 'json.encod'; did you mean 'json.encode'?"),
        ("return io.open('x')", "script.lua:2: 'io' is not available: reaches outside of the script"),
        (
            "return require 'lib.names'",
            "script.lua:2: require(\"lib.names\"): only a plugin has files to load, and this script is a lone file; "
                + "put what it needs into the script, or move the script into a plugin"
        ),
        ("return params.owner", "script.lua:2: unknown name 'params.owner'; it has none"),

        // Assigning to what is read-only.
        (
            "total = 1",
            "script.lua:2: cannot assign the global 'total': globals are fixed; write 'local total = …'"
        ),
        (
            "community.members:first().name = 'x'",
            "script.lua:2: cannot assign 'name': a member is read-only"
        ),
        (
            "community.action_items:first().due = 1",
            "script.lua:2: cannot assign 'due': an action_item is read-only"
        ),
        ("community.members = {}", "script.lua:2: cannot assign 'members': a community is read-only"),
        ("community.members.role = 'x'", "script.lua:2: cannot assign 'role': a query is read-only"),
        ("today.year = 2025", "script.lua:2: cannot assign 'year': a date is read-only"),
        ("string.trim = 1", "script.lua:2: cannot assign 'string.trim': 'string' is read-only"),
        ("json.encode = 1", "script.lua:2: cannot assign 'json.encode': 'json' is read-only"),
        ("params.owner = 1", "script.lua:2: cannot assign 'params.owner': 'params' is read-only"),
    ])
    func `a mistake in a name is told with its place and what to do`(lines: String, message: String) throws {
        try Script.expect(message, of: lines)
    }

    @Test(arguments: [
        ("return report {", ScriptFailure.Kind.script, "script.lua:1: unexpected symbol near <eof>"),
        ("local x = = 1", .script, "script.lua:1: unexpected symbol near '='"),
        ("return", .script, "script.lua returns nothing; write `return report { … }`, or return a function"),
        (
            "local x = 1", .script,
            "script.lua returns nothing; write `return report { … }`, or return a function"
        ),
        (
            "return { title = 'x', run = print }", .script,
            "script.lua returns a table; write `return report { … }`, or return a function"
        ),
        (
            "return coroutine.create(print)", .script,
            "script.lua returns a coroutine; write `return report { … }`, or return a function"
        ),
        (
            "return 3", .script,
            "script.lua returns a number; write `return report { … }`, or return a function"
        ),
        (
            "return community.members", .script,
            "script.lua:1: unknown name 'community': the report's function is given it; write function(community) … end"
        ),
        (
            "return report {}", .script,
            "script.lua:1: 'run' of the report must be a function of the community, and is nil"
        ),
        ("return report 'x'", .script, "script.lua:1: the report must be a table, and is a string"),
        (
            "return report { rum = print }", .script,
            "script.lua:1: the report has no option 'rum'; did you mean 'run'?"
        ),
        (
            "return report { title = 3, run = print }", .script,
            "script.lua:1: 'title' of the report must be a text, or a table of texts by language, and is a number"
        ),
        (
            "return report { params = { 'x' }, run = print }", .script,
            "script.lua:1: 'params' of the report has a number as a key; parameters have names"
        ),
        (
            "return report { params = { x = {} }, run = print }", .script,
            "script.lua:1: the parameter 'x' has no type; there are text, integer, number, boolean, date, instant, "
                + "month, quarter and entities such as organization"
        ),
        (
            "return report { params = { x = { type = 'organisation' } }, run = print }", .script,
            "script.lua:1: the parameter 'x' has the unknown type 'organisation'; did you mean 'organization'?"
        ),
        (
            "return report { params = { x = { type = 'text', defualt = 1 } }, run = print }", .script,
            "script.lua:1: the parameter 'x' has no option 'defualt'; did you mean 'default'?"
        ),
        ("", .data, "script.lua is empty; a script returns a report or a function"),
        (" \n\t", .data, "script.lua is empty; a script returns a report or a function"),
        ("\u{1B}Lua", .data, "script.lua: this is compiled Lua, which is not accepted; give the source text"),
    ])
    func `a file that is no report says what is expected`(
        source: String, kind: ScriptFailure.Kind, message: String
    ) throws {
        let failure = try #require(try Script.failure(source))
        #expect(failure.description.split(separator: "\n").first.map(String.init) == message)
        #expect(failure.kind == kind)
    }

    @Test func `a mistake shows the line of the source and the calls that led to it`() throws {
        let source = """
            local function title(item)
              return item.titel
            end
            return function(community)
              return document():table { rows = community.action_items, columns = { { title, title = "Title" } } }
            end
            """
        #expect(
            try Script.failure(source)?.description == """
                script.lua:2: 'titel' is not a field of action_item; did you mean 'title'?
                    return item.titel
                """)
    }

    @Test func `a record that the viewer may not see is not told apart from one that there is not`() throws {
        let hidden = "return community.action_items:where('session', 'talk')"
        let missing = "return community.action_items:where('session', 'talc')"
        func sentence(_ lines: String) throws -> String? {
            try Script.failure(Script.body(lines), as: "alt-jor")?.description.split(separator: "\n").first
                .map {
                    String($0).replacing("'talk'", with: "'…'").replacing("'talc'", with: "'…'")
                }
        }
        #expect(try sentence(hidden) == "script.lua:2: there is no session '…'")
        #expect(try sentence(missing) == sentence(hidden))
    }
}
