import Testing

@testable import LuaKit

struct TreeTests {
    @Test(
        "a tree as Lua would write it",
        arguments: [
            ("{ 1, 2, { x = 'a\"b' } }", #"{ 1, 2, { x = "a\"b" } }"#),
            ("{ ['not a name'] = 1, ['end'] = 2, ok = 3 }", #"{ ["end"] = 2, ["not a name"] = 1, ok = 3 }"#),
            ("{ [1.5] = true, [true] = 1 }", "{ [1.5] = true, [true] = 1 }"),
            ("{ nil, 2 }", "{ [2] = 2 }"),
            ("setmetatable({ 1 }, { __index = error, __len = error, __pairs = error })", "{ 1 }"),
        ])
    func written(value: String, expected: String) throws {
        #expect(try results(of: "return \(value)") == expected)
    }

    @Test(
        "a value that cannot be given back is named with its path",
        arguments: [
            ("{ a = { 1, print } }", "value.a[2]: a function cannot be given back"),
            ("{ a = coroutine.create(print) }", "value.a: a thread cannot be given back"),
            ("print", "value: a function cannot be given back"),
            (
                "(function() local t = { b = { 1 } } t.b[2] = { c = t.b } return t end)()",
                "value.b[2].c: the table contains itself: it is the same as value.b"
            ),
            (
                "(function() local t = {} for i = 1, 100 do t = { t } end return t end)()",
                "deeper than 10 levels"
            ),
            (
                "(function() local t = {} for i = 1, 1001 do t[i] = i end return t end)()",
                "value: there are more than 1000 values in it"
            ),
            (
                "(function() local t = {} for i = 1, 100 do t[i] = { x = { y = 1 } } end t.t = t[1] for i = 1, 900 do t[i + 100] = { i } end return t end)()",
                "there are more than 1000 values in it"
            ),
            ("{ ('x'):rep(6000), ('y'):rep(6000) }", "value[2]: the text in it is larger than 10000 bytes"),
            ("{ [{}] = 1 }", "value: a table cannot be a key here"),
        ])
    func refused(value: String, message: String) throws {
        let state = try State()
        let value = try #require(try state.run("return \(value)").first)
        let limits = TreeLimits(depth: 10, nodes: 1000, bytes: 10000)
        let error = #expect(throws: LuaError.self) { try state.tree(value, within: limits) }
        #expect(error?.message.hasSuffix(message) == true, "\(error?.message ?? "")")
    }

    @Test func `a table in two places is copied twice`() throws {
        #expect(try results(of: "local t = { 1 } return { t, t }") == "{ { 1 }, { 1 } }")
    }

    @Test func `objects are given as the host says`() throws {
        let state = try State()
        try Counter.install(in: state)
        let value = try #require(try state.run("return { c = counter():advance(3) }").first)
        let tree = try state.tree(value) { object in
            (object as? Counter).map { .integer(Int64($0.number)) }
        }
        #expect(tree.description == "{ c = 3 }")
        #expect(throws: LuaError.self) { try state.tree(value) }
    }

    @Test func `a deep table needs no deep stack`() throws {
        let state = try State()
        let value = try #require(
            try state.run("local t = {} for i = 1, 20000 do t = { t } end return t").first)
        var tree = try state.tree(value, within: TreeLimits(depth: 30000))
        var depth = 0
        while case .table(let table) = tree, let inner = table.items.first {
            tree = inner
            depth += 1
        }
        #expect(depth == 20000)
    }

    @Test func `a deadline also covers the copy`() throws {
        let state = try State()
        let value = try #require(
            try state.run("local t = {} for i = 1, 100000 do t[i] = i end return t").first)
        try state.arm(deadline: .zero)
        let error = #expect(throws: LuaError.self) { try state.tree(value) }
        #expect(error?.kind == .stopped(.deadline))
    }
}
