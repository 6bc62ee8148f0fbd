import Testing

@testable import LuaKit

final class Counter: HostObject {
    static var luaType: String { "counter" }
    static func value(_ number: Int) -> Counter { Counter(number) }
    var number: Int
    init(_ number: Int) { self.number = number }

    static func install(in state: State) throws {
        try state.register(
            ObjectType<Counter>(
                "Counts.",
                methods: [
                    Function(
                        "advance", of: Counter.self, "Counts on.", Parameter<Int>("by", "", default: 1),
                        returns: "Itself."
                    ) { counter, by in
                        counter.number += by
                        return counter
                    },
                    Function("reset", of: Counter.self, "Starts again.") { $0.number = 0 },
                ],
                properties: [Property("number", of: Counter.self, "Where it is.") { $0.number }],
                call: { counter, arguments in [.integer(Int64(counter.number))] + arguments },
                length: { $0.number }, equals: { $0.number == $1.number },
                text: { "counter at \($0.number)" },
                index: { counter, key in
                    guard case .integer(let index) = key else { return nil }
                    return .integer(index * 100)
                }, names: { _ in ["wonderful"] }))
        try state.register(
            Module(
                nil, "",
                functions: [
                    Function("counter", "Makes one.", returns: "It.") { Counter(0) },
                    Function("number_of", "Reads one.", Parameter<Counter>("counter", ""), returns: "It.") {
                        $0.number
                    },
                    Function("other", "Makes something else.", returns: "It.") { Other() },
                ]))
        try state.freeze()
    }
}

final class Other: HostObject {
    static var luaType: String { "other" }
}

struct ObjectTests {
    @Test(
        "a host object",
        arguments: [
            ("local c = counter() c:advance():advance(5) return c.number, #c, number_of(c)", "6, 6, 6"),
            ("local c = counter():advance() c:reset() return c.number", "0"),
            (
                "return tostring(counter()), string.format('%s', counter())",
                #""counter at 0", "counter at 0""#
            ),
            (
                "local c = counter() return c == c:advance(0), c == counter(), rawequal(c, c:advance(0)), rawequal(c, counter())",
                "true, true, true, false"
            ),
            ("return counter():advance(3)('x')", #"3, "x""#),
            ("return counter()[7]", "700"),
            ("local c = counter() local t = { [c] = 1 } return t[c:advance()]", "1"),
            (
                "return type(counter()), tostring(other()), getmetatable(counter())",
                #""userdata", "other", "protected""#
            ),
        ])
    func works(source: String, expected: String) throws {
        let state = try State()
        try Counter.install(in: state)
        #expect(try state.text(state.run(source)) == expected)
    }

    @Test(
        "a mistake with a host object",
        arguments: [
            ("return counter().numbr", "a counter has no field 'numbr'; did you mean 'number'?"),
            ("return counter().wonderfull", "a counter has no field 'wonderfull'; did you mean 'wonderful'?"),
            ("counter().number = 1", "cannot assign 'number': a counter is read-only"),
            (
                "counter().advance()",
                "'advance' is a method of a counter: call it with a colon, as in value:advance(…)"
            ),
            ("counter():advance('x')", "bad argument #1 'by' to 'advance' (expected integer, got string)"),
            ("number_of(other())", "bad argument #1 'counter' to 'number_of' (expected counter, got other)"),
            ("number_of({})", "bad argument #1 'counter' to 'number_of' (expected counter, got table)"),
            ("return 'a' .. counter()", "a counter cannot be joined with '..'; use tostring first"),
            ("return counter() < counter()", "attempt to compare two counter values"),
            (
                "setmetatable(counter(), {})",
                "bad argument #1 to 'setmetatable' (table expected, got counter)"
            ),
        ])
    func mistakes(source: String, message: String) throws {
        let state = try State()
        try Counter.install(in: state)
        let error = try #require(try failure(of: "\n" + source, in: state))
        #expect(error.message == message)
        #expect(error.line == 2)
    }

    @Test func `objects are released when Lua no longer needs them, and with the state`() throws {
        final class Watched: HostObject {
            static var luaType: String { "watched" }
            let onDeinit: () -> Void
            init(onDeinit: @escaping () -> Void) { self.onDeinit = onDeinit }
            deinit { onDeinit() }
        }
        var made = 0
        var gone = 0
        let state = try State()
        try state.register(
            Module(
                nil, "",
                functions: [
                    Function("watched", "Makes one.", returns: "It.") { () -> Watched in
                        made += 1
                        return Watched { gone += 1 }
                    }
                ]))
        _ = try state.run("kept = watched() for i = 1, 10000 do watched() end")
        #expect(made == 10001)
        #expect(gone > 1000)
        state.close()
        #expect(gone == 10001)
    }
}
