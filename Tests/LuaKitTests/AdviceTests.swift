import Spelling
import Testing

@testable import LuaKit

/// What hosts tell authors in words of their own.
struct AdviceTests {
    private final class Basket: HostObject {
        static let luaType = "apple basket"
    }

    private func state() throws -> State {
        let state = try State()
        try state.register(
            ObjectType<Basket>(
                "Apples.", length: { _ in throw ScriptError("count the apples with basket:count()") },
                pairs: { _ in throw ScriptError("go through the apples with basket:each()") }))
        try state.register(
            ScalarType(
                tag: 1, name: "evening", "An evening.", comparisonAdvice: "evenings compare with evenings"
            ) { _ in
                ""
            })
        try state.register(ScalarType(tag: 2, name: "day", "A day.") { _ in "" })
        try state.setGlobal("basket", .object(Basket()))
        for (tag, name) in [(UInt8(1), "evening"), (2, "day")] {
            try state.setGlobal(name, .light(#require(Light(tag: tag, payload: 1))))
        }
        let options = try state.table(fields: [("size", .integer(3)), ("colour", .text("red"))])
        try state.setGlobal("options", state.readOnly(options, name: "options"))
        try state.setGlobal("nothing", state.readOnly(state.table(), name: "nothing"))
        state.hints = ["self": "there is none here"]
        return state
    }

    @Test(arguments: [
        ("return #basket", "count the apples with basket:count()"),
        ("for _ in pairs(basket) do end", "go through the apples with basket:each()"),
        (
            "for _ in pairs(evening) do end",
            "'pairs' goes through tables, and this is an evening; read its fields by name"
        ),
        ("for _ in pairs(3) do end", "'pairs' goes through tables, and this is a number"),
        ("return evening < day", "cannot compare evening with day; evenings compare with evenings"),
        ("return day < evening", "cannot compare day with evening"),
        ("return evening <= nil", "cannot compare evening with nil; test first that there is a value"),
        ("return evening.x", "an evening has no field 'x'"),
        ("evening.x = 1", "cannot assign 'x': an evening is read-only"),
        ("return evening .. 'x'", "an evening cannot be joined with '..'; use tostring first"),
        ("return basket .. 'x'", "an apple basket cannot be joined with '..'; use tostring first"),
        ("return evening()", "an evening cannot be called"),
        ("return options.colur", "unknown name 'options.colur'; did you mean 'options.colour'?"),
        ("return options.shape", "unknown name 'options.shape'; it has colour, size"),
        ("return nothing.shape", "unknown name 'nothing.shape'; it has none"),
        ("options.size = 4", "cannot assign 'options.size': 'options' is read-only"),
        ("return self", "unknown name 'self': there is none here"),
        ("return os", "'os' is not available: reaches outside of the script"),
    ])
    func `a mistake is told in the host's words`(source: String, message: String) throws {
        #expect(try failure(of: source, in: state())?.message == message)
    }

    @Test func `a read-only table is read like any other`() throws {
        let state = try state()
        let source = """
            local names = {}
            for name, value in pairs(options) do names[#names + 1] = name .. "=" .. value end
            return options.size, table.concat(names, " ")
            """
        #expect(try state.text(state.run(source)) == #"3, "colour=red size=3""#)
    }

    @Test func `a host's function knows the line that called it, and can tell of it later`() throws {
        let state = try State()
        var places: [Place?] = []
        try state.register(
            Module(
                nil, "Places.",
                functions: [
                    Function(
                        "mark", "Marks a line.", returns: "Nothing.",
                        calling: { (state: State) -> Value in
                            places.append(state.place)
                            return .nil
                        })
                ]))
        _ = try state.run("local x = 1\nmark()\ncoroutine.wrap(function()\n  mark() end)()", name: "a.lua")
        #expect(places == [Place(chunk: "a.lua", line: 2), Place(chunk: "a.lua", line: 4)])
        #expect(state.place == nil)
        let error = state.error("too late", at: try #require(places.last ?? nil))
        #expect(error.description == "a.lua:4: too late\n    mark() end)()")
    }

    @Test(arguments: [
        ("{}", 0, nil), ("{ 1, 2 }", 2, nil), ("{ 1, nil, 3 }", 1, "3"), ("{ 1, x = 2 }", 1, "\"x\""),
        ("{ [0] = 1 }", 0, "0"), ("{ [2] = 'b', [1] = 'a' }", 2, nil),
    ])
    func `a list tells where it ends and what else it has`(table: String, items: Int64, other: String?) throws
    {
        let state = try State()
        let value = try #require(try state.run("return \(table)").first)
        let extent = try state.extent(value)
        #expect(extent.items == items)
        #expect(try other == (extent.other.isNil ? nil : state.tree(extent.other).description))
    }
}
