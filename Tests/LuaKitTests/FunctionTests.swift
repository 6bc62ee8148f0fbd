import Testing

@testable import LuaKit

struct FunctionTests {
    static func state() throws -> State {
        let state = try State()
        try state.register(
            Module(
                nil, "For tests.",
                functions: [
                    Function(
                        "greet", "Greets.", Parameter<String>("name", "Whom."),
                        Parameter<Int>("times", "How often.", default: 1),
                        returns: "The greeting.", example: #"greet("A") --> "Hello A""#
                    ) { name, times in Array(repeating: "Hello \(name)", count: times).joined(separator: "; ")
                    },
                    Function(
                        "add", "Adds.", Parameter<Rest<Double>>("numbers", "Summands."), returns: "The sum."
                    ) {
                        $0.values.reduce(0, +)
                    },
                    Function("nothing", "Does nothing.") {},
                    Function(
                        "apply", "Calls.", Parameter<Callback>("f", "What."),
                        Parameter<Value>("x", "With what."),
                        returns: "Its results."
                    ) { callback, value in Results(try callback(value)) },
                    Function(
                        "total", "Adds a list.", Parameter<[Int]>("list", "Numbers."), returns: "The sum."
                    ) {
                        $0.reduce(0, +)
                    },
                    Function("maybe", "Echoes.", Parameter<String?>("text", "Or nil."), returns: "It.") {
                        $0
                    },
                    Function("bytes", "Echoes.", Parameter<LuaString>("bytes", "Any."), returns: "It.") {
                        $0
                    },
                    Function("pair", "Gives two.", returns: "Two.") { Results([.integer(1), .text("b")]) },
                    Function(
                        "first", "Reads.", Parameter<Value>("table", "A table."), returns: "Its first item.",
                        calling: { state, table in try state.get(table, .integer(1)) }),
                    Function(
                        "define", "Sets a global.", Parameter<String>("name", "Its name."),
                        calling: { state, name in try state.setGlobal(name, .integer(1)) }),
                    Function("fail", "Fails.") { throw ScriptError("this went wrong") },
                    Function("break_down", "Fails.") { throw Breakdown() },
                ]))
        try state.freeze()
        return state
    }

    struct Breakdown: Error, CustomStringConvertible {
        var description: String { "the disk is on fire" }
    }

    @Test(
        "a declared function takes and gives typed values",
        arguments: [
            (#"return greet("Jordan")"#, #""Hello Jordan""#),
            (#"return greet("A", 2.0)"#, #""Hello A; Hello A""#),
            (#"return greet("A", nil)"#, #""Hello A""#),
            ("return add(1, 2, 3.5)", "6.5"),
            ("return add()", "0.0"),
            ("return nothing()", ""),
            ("return select('#', nothing())", "0"),
            ("return apply(function(x) return x, x + 1 end, 4)", "4, 5"),
            ("return total { 1, 2, 3 }", "6"),
            ("return total {}", "0"),
            ("return maybe(nil), maybe(), maybe 'x'", #"nil, nil, "x""#),
            (#"return bytes("\xff\0") == "\xff\0""#, "true"),
            ("return pair()", #"1, "b""#),
            ("return first { 7 }", "7"),
            ("define 'made' return made", "1"),
            ("return pcall(fail)", #"false, "chunk.lua:1: this went wrong""#),
            (
                "return select(2, pcall(greet))",
                #""chunk.lua:1: bad argument #1 'name' to 'greet' (expected string, got no value)""#
            ),
        ])
    func call(source: String, expected: String) throws {
        let state = try Self.state()
        #expect(try state.text(state.run(source)) == expected)
    }

    @Test(
        "a bad argument is named, with what was expected",
        arguments: [
            ("greet(nil)", "bad argument #1 'name' to 'greet' (expected string, got nil)"),
            ("greet(12)", "bad argument #1 'name' to 'greet' (expected string, got number)"),
            ("greet('x', 'y')", "bad argument #2 'times' to 'greet' (expected integer, got string)"),
            ("greet('x', 1.5)", "bad argument #2 'times' to 'greet' (expected integer, got number)"),
            (
                #"greet("\xff")"#,
                "bad argument #1 'name' to 'greet' (expected text, got a string that is not valid UTF-8)"
            ),
            ("add(1, {})", "bad argument #1 'numbers' to 'add' (expected number, got table as argument #2)"),
            (
                "total { 1, 'x' }",
                "bad argument #1 'list' to 'total' (expected list of integer, but item 2 is a string)"
            ),
            (
                "total { 1, x = 2 }",
                "bad argument #1 'list' to 'total' (expected list of integer, got a table with other keys than 1, 2, 3 …)"
            ),
            ("apply(1)", "bad argument #1 'f' to 'apply' (expected function, got number)"),
        ])
    func badArgument(source: String, message: String) throws {
        let error = try #require(try failure(of: "\n" + source, in: Self.state()))
        #expect(error.message == message)
        #expect(error.line == 2)
    }

    @Test func `a declaration tells all that a reference needs`() throws {
        let function = Function(
            "f", "Does it.", Parameter<String>("a", "First."), Parameter<Int>("b", "Second.", default: 2),
            Parameter<[String]?>("c", "Third."), Parameter<Rest<Value>>("d", "More."), returns: "A flag.",
            example: "f('x') --> true", "f('y')"
        ) { (_: String, _: Int, _: [String]?, _: Rest<Value>) in true }
        #expect(function.parameters.map(\.name) == ["a", "b", "c", "d"])
        #expect(function.parameters.map(\.type) == [.string, .integer, .list(of: .string), .any])
        #expect(function.parameters.map(\.isOptional) == [false, true, true, true])
        #expect(function.parameters.map(\.isVariadic) == [false, false, false, true])
        #expect(function.parameters[1].defaultText == "2")
        #expect(function.result?.type == .boolean)
        #expect(function.examples == ["f('x') --> true", "f('y')"])
    }

    @Test func `an error of the host itself can be told from the script's`() throws {
        let error = try #require(try failure(of: "break_down()", in: Self.state()))
        #expect(error.message == "the disk is on fire")
        #expect(error.underlying is Breakdown)
        #expect(try failure(of: "fail()", in: Self.state())?.underlying == nil)
    }

    @Test func `an error passes through a host function as it was`() throws {
        let state = try Self.state()
        let source = """
            local marker = { code = 2 }
            local ok, err = pcall(apply, function() error(marker) end)
            return ok, err == marker
            """
        #expect(try state.text(state.run(source)) == "false, true")
        let error = try #require(
            try failure(of: "\n\napply(function()\n  local x = nil + 1\nend)", in: Self.state()))
        #expect(error.line == 4)
        #expect(error.message.contains("arithmetic on a nil value"))
        #expect(error.frames.map(\.line) == [4, 3])
    }

    @Test func `host functions are released with the state`() throws {
        final class Token {}
        weak var token: Token?
        do {
            let held = Token()
            token = held
            let state = try State()
            try state.register(Module(nil, "", functions: [Function("f", "") { _ = held }]))
            _ = try state.run("f()")
        }
        #expect(token == nil)
    }

    @Test func `print goes where the host says`() throws {
        let output = Lines()
        let state = try State { output.lines.append($0) }
        _ = try state.run("print(1, 'a', nil, {}, print) print()")
        #expect(output.lines == ["1\ta\tnil\ttable\tfunction", ""])
    }
}
