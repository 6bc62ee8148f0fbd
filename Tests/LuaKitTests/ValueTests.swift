import Testing

@testable import LuaKit

struct ValueTests {
    @Test(
        "a value comes back as it is",
        arguments: [
            ("return nil", Tree.nil),
            ("return true", .boolean(true)),
            ("return 9223372036854775807", .integer(.max)),
            ("return math.mininteger", .integer(.min)),
            ("return 3.0", .number(3)),
            ("return 3", .integer(3)),
            ("return -0.0", .number(-0.0)),
            ("return 1/0", .number(.infinity)),
            (#"return "a\0b""#, .string(LuaString([0x61, 0, 0x62]))),
            (#"return "\xff\xfe""#, .string(LuaString([0xFF, 0xFE]))),
            (
                "return { 1, nil, 3 }",
                .table(.init(items: [.integer(1)], fields: [.init(key: .integer(3), value: .integer(3))]))
            ),
            (
                "return { 1, 2, x = { } }",
                .table(
                    .init(
                        items: [.integer(1), .integer(2)],
                        fields: [.init(key: .string("x"), value: .table(.init()))]))
            ),
        ])
    func comesBack(source: String, expected: Tree) throws {
        let state = try State()
        let values = try state.run(source)
        let value = try #require(values.first)
        #expect(try state.tree(value) == expected)
        // … and once more, through Swift and an identity function.
        let identity = try #require(try state.run("return function(...) return ... end").first)
        let again = try #require(try state.call(identity, [value]).first)
        #expect(try state.tree(again) == expected)
    }

    @Test func `minus zero and NaN keep their bits`() throws {
        let state = try State()
        guard case .number(let zero)? = try state.run("return -0.0").first else {
            return #expect(Bool(false))
        }
        #expect(zero.sign == .minus)
        guard case .number(let nan)? = try state.run("return 0/0").first else { return #expect(Bool(false)) }
        #expect(nan.isNaN)
    }

    @Test func `several results come in order`() throws {
        #expect(try results(of: "return 1, 'two', nil, 4.5") == #"1, "two", nil, 4.5"#)
    }

    @Test func `tables are read without copying all of them`() throws {
        let state = try State()
        let table = try #require(
            try state.run("return setmetatable({ 10, 20, nil, 40, b = 1, a = 2 }, { __index = error })").first
        )
        #expect(try state.text(state.sequence(table)) == "10, 20")
        #expect(try state.text([state.get(table, "a"), state.get(table, "none")]) == "2, nil")
        let fields = try state.fields(table).map { try state.text([$0.key, $0.value]) }
        #expect(fields == ["1, 10", "2, 20", "4, 40", #""a", 2"#, #""b", 1"#])
    }

    @Test func `a table made in Swift is a table in Lua`() throws {
        let state = try State()
        let table = try state.table(items: [.integer(1), .text("x")], fields: [("k", .boolean(true))])
        let read = try #require(try state.run("return function(t) return #t, t[2], t.k end").first)
        #expect(try state.text(state.call(read, [table])) == #"2, "x", true"#)
    }

    @Test func `references that Swift gives up are collected`() throws {
        let state = try State()
        let make = try #require(
            try state.run("return function() return string.rep('x', 1000000) .. '' , {} end").first)
        for _ in 0..<200 { _ = try state.call(make) }
        _ = try state.run("local t = {} for i = 1, 100000 do t[i] = {} end")
        #expect(state.memory.used < 40 << 20)
    }

    @Test func `a closed state refuses with an error`() throws {
        let state = try State()
        let value = try #require(try state.run("return {}").first)
        state.close()
        state.close()
        #expect(throws: LuaError.self) { try state.call(value) }
        #expect(throws: LuaError.self) { try state.tree(value) }
    }

    @Test func `values of one state are nil in another`() throws {
        let one = try State()
        let other = try State()
        let table = try #require(try one.run("return {}").first)
        let kind = try #require(try other.run("return type").first)
        #expect(try other.text(other.call(kind, [table])) == #""nil""#)
    }
}
