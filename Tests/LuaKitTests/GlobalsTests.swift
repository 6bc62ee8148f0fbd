import CLua
import Spelling
import Testing

@testable import LuaKit

struct GlobalsTests {
    @Test func `scripts find the names of the list, and no others`() throws {
        let state = try State()
        let allowed = StandardName.all.filter(\.isAllowed)
        let globals = Set(allowed.filter { $0.library == nil }.map(\.name) + allowed.compactMap(\.library))
        #expect(Set(state.globalNames) == globals)
        for library in Set(allowed.compactMap(\.library)) {
            let names = allowed.filter { $0.library == library }.map(\.name).sorted()
            let source =
                "local t = {} for k in pairs(\(library)) do t[#t + 1] = k end return table.concat(t, ' ')"
            #expect(try results(of: source) == "\"\(names.joined(separator: " "))\"")
        }
    }

    @Test func `every name of the installed library was decided about`() throws {
        let library = try #require(luaL_newstate())
        defer { lua_close(library) }
        luaL_openlibs(library)
        let source = """
            local names = {}
            for name, value in pairs(_G) do
              names[#names + 1] = name
              if type(value) == "table" and not (name == "_G" or name == "package" or name == "io"
                or name == "os" or name == "debug") then
                for field in pairs(value) do names[#names + 1] = name .. "." .. field end
              end
            end
            return table.concat(names, " ")
            """
        #expect(luaL_loadstring(library, source) == LUA_OK)
        #expect(lua_pcallk(library, 0, 1, 0, 0, nil) == LUA_OK)
        let names = String(cString: try #require(lua_tolstring(library, -1, nil)))
        let decided = Set(
            StandardName.all.flatMap {
                [$0.library, [$0.library, $0.name].compactMap { $0 }.joined(separator: ".")]
            })
        let undecided = names.split(separator: " ").map(String.init).filter { !decided.contains($0) }
        #expect(names.contains("string.format"))
        #expect(undecided == [])
    }

    @Test(
        "what is denied says why",
        arguments: StandardName.all.filter { !$0.isAllowed }.map {
            [$0.library, $0.name].compactMap { $0 }.joined(separator: ".")
        })
    func denied(name: String) throws {
        let reason = StandardName.all.first {
            [$0.library, $0.name].compactMap { $0 }.joined(separator: ".") == name
        }
        let message = "'\(name)' is not available: \(try #require(reason).reason)"
        #expect(try failure(of: "return \(name)")?.message == message)
    }

    @Test func `globals can be set until they are frozen, and by the host afterwards`() throws {
        let state = try State()
        _ = try state.run("x = 1")
        try state.freeze()
        #expect(try state.text(state.run("return x")) == "1")
        #expect(throws: LuaError.self) { try state.run("x = 2") }
        try state.setGlobal("x", .integer(3))
        #expect(try state.text(state.run("return x")) == "3")
    }

    @Test func `loaded chunks share the globals unless they get an environment`() throws {
        #expect(try failure(of: "load('y = 1')()")?.message.contains("cannot assign the global 'y'") == true)
        #expect(try results(of: "local env = {} load('y = 1', 'c', 't', env)() return env.y") == "1")
        #expect(try results(of: "return load('return 1 + 1')()") == "2")
        #expect(
            try results(of: "return load('x =')")
                == #"nil, "[string \"x =\"]:1: unexpected symbol near <eof>""#)
        let pieces = "local i = 0 return load(function() i = i + 1 return ({ 'return', ' 42' })[i] end)()"
        #expect(try results(of: pieces) == "42")
    }

    @Test func `shared metatables are out of reach`() throws {
        #expect(
            try results(of: "return getmetatable(''), getmetatable(string)") == #""protected", "protected""#)
        #expect(try failure(of: "setmetatable(string, {})")?.message == "cannot change a protected metatable")
        #expect(try results(of: "return pcall(rawset, _ENV, 'x', 1)") == #"false, "this table is read-only""#)
    }

    @Test func `a module is read-only and suggests names`() throws {
        let state = try State()
        try state.register(
            Module(
                "text", "Text.", functions: [Function("trim", "Trims.", returns: "It.") { "" }],
                constants: [.init("version", "Of the interface.", type: .integer, .integer(1))]))
        try state.freeze()
        #expect(try state.text(state.run("return text.version, text.trim()")) == #"1, """#)
        #expect(
            try failure(of: "text.trmi()", in: state)?.message
                == "unknown name 'text.trmi'; did you mean 'text.trim'?")
        #expect(
            try failure(of: "txet.trim()", in: state)?.message == "unknown name 'txet'; did you mean 'text'?")
    }

    @Test(
        "the nearest name is suggested",
        arguments: [
            ("communty", "community"), ("tilte", "title"), ("Title", "title"), ("x", nil),
            ("completely", nil),
            ("owner", "owners"),
        ] as [(String, String?)])
    func suggestion(name: String, expected: String?) {
        #expect(Suggestion(for: name, among: ["community", "title", "owners", "status"])?.name == expected)
    }
}
