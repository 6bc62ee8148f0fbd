import Testing

@testable import LuaKit

struct ErrorTests {
    @Test(
        "an error says what and where",
        arguments: [
            ("local x =\n= 1", 2, "unexpected symbol near '='"),
            ("if x then", 1, "'end' expected near <eof>"),
            ("\n\nerror('bad')", 3, "bad"),
            ("\nerror('bad', 0)", 2, "bad"),
            ("local function f() error('bad', 2) end\nf()", 2, "bad"),
            ("local t = {}\nreturn t.x.y", 2, "attempt to index a nil value (field 'x')"),
            ("return {} < {}", 1, "attempt to compare two table values"),
            (
                "local t = setmetatable({}, { __index = function(t, k)\n  error('no ' .. k)\nend })\nreturn t.a",
                2, "no a"
            ),
            ("coroutine.wrap(function()\n  error('inside')\nend)()", 2, "inside"),
            ("string.rep()", 1, "bad argument #1 to 'rep' (string expected, got no value)"),
            ("error()", 1, "the script raised nil as its error"),
            ("error({ code = 2 })", 1, "the script raised { code = 2 } as its error"),
            ("error(setmetatable({}, { __tostring = error }))", 1, "the script raised {} as its error"),
            ("error(print)", 1, "the script raised a function as its error"),
            ("error(12)", 1, "the script raised 12 as its error"),
            (
                "table.sort({ 3, 'x', 1 })", 1,
                "table.sort: cannot compare string with number; give a comparison function"
            ),
            (
                "return string.format('%p', {})", 1,
                "string.format: '%p' is not available, as addresses differ from run to run"
            ),
            (
                "setmetatable({}, { __gc = print })", 1,
                "'__gc' is not available: tables have no finalizers here"
            ),
            ("\nunknwon()", 2, "unknown name 'unknwon'"),
            ("return pair", 1, "unknown name 'pair'; did you mean 'pairs'?"),
            ("return string.fomat('x')", 1, "unknown name 'string.fomat'; did you mean 'string.format'?"),
            ("x = 1", 1, "cannot assign the global 'x': globals are fixed; write 'local x = …'"),
            ("string.trim = 1", 1, "cannot assign 'string.trim': 'string' is read-only"),
            ("rawset(string, 'x', 1)", 1, "this table is read-only"),
            ("return ('x'):uper()", 1, "unknown name 'string.uper'; did you mean 'string.upper'?"),
        ])
    func place(source: String, line: Int, message: String) throws {
        let error = try #require(try failure(of: source))
        #expect(error.message == message)
        #expect(error.line == line)
        #expect(error.chunk == "chunk.lua")
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(error.sourceLine == String(lines[line - 1]))
    }

    @Test func `the traceback has the author's own calls only`() throws {
        let source = """
            local function inner(x) return x.y.z end
            local function outer(list)
              table.sort(list, function(a, b) local x = inner(a) end)
            end
            outer { {}, {} }
            """
        let error = try #require(try failure(of: source))
        #expect(error.frames.map(\.line) == [1, 3, 3, 5])
        #expect(error.frames.map(\.function) == ["inner", nil, "outer", nil])
        #expect(
            error.description == """
                chunk.lua:1: attempt to index a nil value (field 'y')
                    local function inner(x) return x.y.z end
                  at chunk.lua:1, in 'inner'
                  at chunk.lua:3
                  at chunk.lua:3, in 'outer'
                  at chunk.lua:5
                """)
    }

    @Test func `the traceback goes through coroutines`() throws {
        let source = """
            local step = coroutine.wrap(function()
              coroutine.yield(1)
              local x = nil .. "a"
            end)
            step()
            step()
            """
        #expect(try failure(of: source)?.frames.map(\.line) == [3, 6])
    }

    @Test func `a deep recursion is an error with both ends of the traceback`() throws {
        let error = try #require(try failure(of: "local function f(n)\n  return 1 + f(n + 1)\nend\n\nf(1)"))
        #expect(error.message.hasPrefix("stack overflow"))
        #expect(error.frames.first?.line == 2)
        #expect(error.frames.last?.line == 5)
        #expect((error.skipped?.count ?? 0) > 1000)
    }

    @Test func `a table as an error keeps its value`() throws {
        let error = try #require(try failure(of: "error({ code = 2, list = { 1, 2 } })"))
        guard case .table(let table)? = error.value else { return #expect(Bool(false)) }
        #expect(table["code"] == .integer(2))
    }

    @Test(
        "a source that is no text is refused",
        arguments: [
            ([0x61, 0x0A, 0x62, 0xFF, 0x0A], 2, "the text is not valid UTF-8; save the file as UTF-8"),
            (
                [0x1B, 0x4C, 0x75, 0x61, 0x54], nil,
                "this is compiled Lua, which is not accepted; give the source text"
            ),
        ] as [([UInt8], Int?, String)])
    func refused(source: [UInt8], line: Int?, message: String) throws {
        let state = try State()
        let error = #expect(throws: LuaError.self) { try state.load(source, name: "a.lua") }
        #expect(error?.message == message)
        #expect(error?.line == line)
        #expect(error?.kind == .syntax)
    }

    @Test func `a first line with # and a byte order mark are skipped, and lines still count from it`() throws
    {
        #expect(try results(of: "#!/usr/bin/lua\nreturn 1") == "1")
        #expect(try results(of: "\u{FEFF}#!/usr/bin/lua\nreturn 1") == "1")
        #expect(try results(of: "\u{FEFF}return 1") == "1")
        #expect(try results(of: "# only this") == "")
        #expect(try failure(of: "#!\n\nerror 'x'")?.line == 3)
    }

    @Test func `an empty source gives nothing`() throws {
        #expect(try results(of: "") == "")
    }

    @Test func `a source beyond the limit is refused`() throws {
        let state = try State(limits: Limits(source: 10))
        let error = #expect(throws: LuaError.self) { try state.run("return 1234567") }
        #expect(error?.kind == .limit)
    }

    @Test func `compiled Lua is refused on every path`() throws {
        let binary = #""\x1bLuaT\0\x19\x93\r\n\x1a\n""#
        #expect(try results(of: "return (load(\(binary)))") == "nil")
        #expect(try results(of: "return (load(\(binary), 'x', 'b'))") == "nil")
        #expect(
            try results(
                of:
                    "local done return (load(function() if not done then done = true return \(binary) end end))"
            )
                == "nil")
    }

    @Test func `a long chunk name is found again`() throws {
        let state = try State()
        let name = "Plugins/" + String(repeating: "long/", count: 30) + "report.lua"
        let error = #expect(throws: LuaError.self) {
            try state.call(state.load(Array("\nerror 'x'".utf8), name: name))
        }
        #expect(error?.chunk == name)
        #expect(error?.message == "x")
        #expect(error?.sourceLine == "error 'x'")
    }
}
