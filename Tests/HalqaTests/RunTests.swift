import Foundation
import Testing

struct RunTests {
    @Test(arguments: [
        ("empty.lua", "", 65, "empty.lua is empty"),
        ("text.lua", "return 1", 1, "text.lua returns a number"),
        (
            "syntax.lua", "return function( return 1 end", 1,
            "syntax.lua:1: <name> or '...' expected near 'return'"
        ),
        ("name.lua", "return function()\n  return membres\nend", 1, "name.lua:2: unknown name 'membres'"),
        ("nothing.lua", "return function() end", 1, "nothing.lua: the report returned nothing"),
        ("shebang.lua", "#!/usr/bin/lua\n\u{1B}Lua", 1, "shebang.lua:2:"),
        ("nul.lua", "return function() return a\0b end", 1, "nul.lua:1:"),
    ])
    func `a script that cannot run is named with the place`(
        name: String, text: String, code: Int32, message: String
    ) throws {
        let demo = try DemoFolder()
        try demo.folder.file(name, text)
        let run = try demo.halqa("run", name)
        #expect(run.exitCode == code)
        #expect(run.errors.hasPrefix("halqa: \(message)"), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [
        (Array("\u{1B}LuaT".utf8), 65, "compiled Lua, which is not accepted"),
        ([0xFF, 0xFE, 0x20], 65, "not valid UTF-8"),
        ([UInt8](repeating: 0x20, count: 5_000_000), 65, "'given.lua' is larger than 4 MB"),
        ([UInt8](repeating: 0x20, count: 3_900_000) + Array("return function() return 1 end".utf8), 0, ""),
        ([0xEF, 0xBB, 0xBF] + Array("return function() return 1 end".utf8), 0, ""),
    ])
    func `only a text of bearable length is taken for a script`(
        bytes: [UInt8], code: Int32, message: String
    ) throws {
        let demo = try DemoFolder()
        try demo.folder.file("given.lua", bytes: bytes)
        let run = try demo.halqa("run", "given.lua")
        #expect(run.exitCode == code)
        #expect(
            message.isEmpty ? run.output == "1\n" : run.errors.contains(message), "\(run.text.prefix(300))")
    }

    @Test(arguments: [
        (["none.lua"], 66, "there is no file 'none.lua'"),
        (["."], 65, "'.' is a folder"),
        (["script.lua", "as_of"], 64, "'as_of' is not a parameter; write name=value"),
        (["script.lua", "=1"], 64, "'=1' is not a parameter"),
        (["script.lua", "n=1", "n=2"], 64, "the parameter 'n' is given twice"),
        (["script.lua", "m=1"], 64, "the report has no parameter 'm'"),
        (["script.lua", "n=one"], 64, "'n' must be"),
        (["script.lua", "who=nobody"], 66, "there is no member 'nobody'"),
        (["script.lua", "--time", "5"], 64, "'5' is not a length of time; write 10s"),
        (["script.lua", "--time", "0s"], 64, "'0s' is not a length of time"),
        (["script.lua", "--memory", "1TB"], 64, "'1TB' is not an amount of memory; write 64MB"),
        (["script.lua", "--memory", "9999999999999GB"], 64, "is not an amount of memory"),
        (["script.lua", "--memory", "1KB"], 3, "memory limit"),
        (["script.lua", "--format", "xml"], 64, "'xml' is invalid"),
        (["script.lua", "--output", "x.pdf"], 64, "no format is known by the ending '.pdf'"),
        (["script.lua", "--output", ""], 64, "--output needs the name of a file"),
        (["script.lua", "--limt", "1"], 64, "Unknown option '--limt'"),
        ([], 64, "Missing expected argument '<file.lua|plugin/name>'"),
    ])
    func `a mistake in the call is a sentence`(
        arguments: [String], code: Int32, message: String
    ) throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "script.lua",
            """
            return report {
              params = { n = { type = "integer", default = 1 }, who = { type = "member", optional = true } },
              run = function(community, params) return params.n end,
            }
            """)
        let run = try demo.halqa(["run"] + arguments)
        #expect(run.exitCode == code)
        #expect(run.errors.hasPrefix("halqa: ") && run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test(arguments: ["a\nb", "\u{1B}[2J", "é\u{202E}", "=", "a=b", String(repeating: "x", count: 100_000)])
    func `the value of a parameter is taken as it is`(value: String) throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "script.lua",
            """
            return report {
              params = { text = { type = "text" } },
              run = function(community, params) return { { text = params.text } } end,
            }
            """)
        let run = try demo.halqa("run", "script.lua", "text=\(value)", "--format", "json")
        #expect(run.exitCode == 0, "\(run.errors)")
        let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let part = (document?["parts"] as? [[String: Any]])?.first
        #expect((part?["rows"] as? [[String]]) == [[value]])
    }

    @Test(arguments: [
        ("9223372036854775807", "9223372036854775807"), ("math.mininteger", "-9223372036854775808"),
        ("2^53", "9007199254740992"), ("0.1", "0.1"), ("1e308", "1e+308"), ("-0.0", "-0"),
        ("true", "yes"), (#""a\0b""#, "a␀b"), ("\"\"", ""),
        (#""الأردن""#, "الأردن"), (#"date "2024-02-29""#, "2024-02-29"),
    ])
    func `a value comes back as it is`(expression: String, text: String) throws {
        let run = try DemoFolder().run(returning: expression)
        #expect(run.output == text + "\n")
        #expect(run.errors.isEmpty && run.exitCode == 0)
    }

    @Test func `what a script prints goes to standard error, unless that is to be quiet`() throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "script.lua", "return function() print(\"\\27[2Jone\", 2) return 1 end")
        let run = try demo.halqa("run", "script.lua")
        #expect(run.output == "1\n")
        #expect(run.errors == "␛[2Jone\t2\n")
        #expect(try demo.halqa("run", "script.lua", "--quiet").errors.isEmpty)
    }

    @Test func `a file's name may have any characters`() throws {
        let demo = try DemoFolder()
        try demo.folder.file("a\nb\u{1B}[2J'.lua", "return function() error 'x' end")
        let run = try demo.halqa("run", "a\nb\u{1B}[2J'.lua")
        #expect(run.exitCode == 1)
        #expect(!run.errors.contains("\u{1B}"))
    }
}
