import Testing

@testable import LuaKit

struct DeterminismTests {
    @Test(
        "pairs goes in the fixed order",
        arguments: [
            (
                "{ b = 1, a = 2, [true] = 3, 10, 20, [-1] = 4, [0.5] = 5, [2^53] = 6, [false] = 7 }",
                "1 2 9007199254740992 -1 0.5 a b false true"
            ),
            ("{ [3] = 1, [1] = 1, [2] = 1 }", "1 2 3"),
            ("{ 1, nil, 3, nil, 5, x = 1 }", "1 3 5 x"),
            (
                "{ ab = 1, a = 1, abc = 1, ['a\\0'] = 1, ['abcdefghij'] = 1, ['abcdefghia'] = 1 }",
                "a a\0 ab abc abcdefghia abcdefghij"
            ),
            ("{}", ""),
            (
                "{ [math.huge] = 1, [-math.huge] = 1, [math.mininteger] = 1, [math.maxinteger] = 1 }",
                "9223372036854775807 -inf -9223372036854775808 inf"
            ),
        ])
    func order(table: String, expected: String) throws {
        let body = """
            local t, keys = \(table), {}
            for k in ITERATE do keys[#keys + 1] = tostring(k) end
            return table.concat(keys, ' ')
            """
        for iterate in ["pairs(t)", "next, t"] {
            let state = try State()
            let values = try state.run(body.replacing("ITERATE", with: iterate))
            guard case .string(let text)? = values.first else { return #expect(Bool(false)) }
            #expect(text.description == expected, "\(iterate)")
        }
    }

    @Test("tables of all sizes are sorted whole", arguments: [1, 2, 11, 12, 31, 32, 33, 64, 1000])
    func sizes(count: Int) throws {
        let source = """
            local t, all = {}, {}
            for i = 1, \(count) do t[("k%05d"):format(i * 7919 % 10007)] = i end
            for k in ITERATE do all[#all + 1] = k end
            for i = 2, #all do assert(all[i - 1] < all[i]) end
            return #all
            """
        #expect(try results(of: source.replacing("ITERATE", with: "pairs(t)")) == "\(count)")
        #expect(try results(of: source.replacing("ITERATE", with: "next, t")) == "\(count)")
    }

    @Test func `two states give the same order`() throws {
        let source = """
            local t, out = {}, {}
            for i = 1, 500 do t["key" .. (i * 7919 % 1000)] = i end
            for k, v in pairs(t) do out[#out + 1] = k .. v end
            for k, v in next, t do out[#out + 1] = k .. v end
            return table.concat(out)
            """
        #expect(try results(of: source, seed: 1) == results(of: source, seed: 2))
    }

    @Test func `fields may be changed and removed while pairs goes on`() throws {
        let source = """
            local t, seen = { 1, 2, 3, a = 1, b = 2, c = 3, d = 4 }, {}
            for k, v in ITERATE do
              seen[#seen + 1] = tostring(k)
              t[k] = nil
              t.c = nil
            end
            return table.concat(seen), next(t)
            """
        #expect(try results(of: source.replacing("ITERATE", with: "pairs(t)")) == #""123abd", nil"#)
        #expect(try results(of: source.replacing("ITERATE", with: "next, t")) == #""123abd", nil"#)
    }

    @Test func `pairs honours __pairs and looks into libraries`() throws {
        #expect(
            try results(
                of:
                    "for k in pairs(setmetatable({}, { __pairs = function() return ipairs { 7 } end })) do return k end"
            )
                == "1")
        #expect(try results(of: "for k in pairs(utf8) do return k end") == #""char""#)
        #expect(
            try failure(of: "pairs(nil)")?.message
                == "'pairs' goes through tables, and this is nil")
    }

    @Test func `sorting is stable`() throws {
        let source = """
            local list = {}
            for i = 1, 1000 do list[i] = { key = i % 7, i = i } end
            table.sort(list, function(a, b) return a.key < b.key end)
            for i = 2, 1000 do
              local a, b = list[i - 1], list[i]
              if a.key > b.key or (a.key == b.key and a.i > b.i) then return i end
            end
            return "stable"
            """
        #expect(try results(of: source) == #""stable""#)
    }

    @Test(
        "sorting",
        arguments: [
            ("local t = { 3, 1, 2 } table.sort(t) return table.concat(t)", #""123""#),
            ("local t = { 'b', 'a' } table.sort(t) return table.concat(t)", #""ab""#),
            (
                "local t = { 1, 2, 3 } table.sort(t, function(a, b) return a > b end) return table.concat(t)",
                #""321""#
            ),
            (
                "local t = {} for i = 1, 1025 do t[i] = i * 7919 % 1025 end table.sort(t) for i = 1, 1025 do if t[i] ~= i - 1 then return i end end",
                ""
            ),
            ("local t = { 1, 2, 3, 4, 5 } table.sort(t, function() return true end) return #t", "5"),
            (
                "local t = setmetatable({ n = { 2, 1 } }, { __len = function() return 2 end, __index = function(t, k) return t.n[k] end, __newindex = function(t, k, v) t.n[k] = v end }) table.sort(t) return t.n[1]",
                "1"
            ),
        ])
    func sorts(source: String, expected: String) throws {
        #expect(try results(of: source) == expected)
    }

    @Test func `random numbers come from the seed alone`() throws {
        let draw = "local t = {} for i = 1, 5 do t[i] = math.random(1000000) end return table.concat(t, ' ')"
        #expect(try results(of: draw, seed: 7) == results(of: draw, seed: 7))
        #expect(try results(of: draw, seed: 7) != results(of: draw, seed: 8))
        #expect(
            try results(of: draw, seed: 7) == results(of: "math.random() math.randomseed() " + draw, seed: 7))
        #expect(
            try results(of: "math.randomseed(3) " + draw, seed: 7)
                == results(of: "math.randomseed(3) " + draw, seed: 8))
    }

    @Test(
        "no text shows an address",
        arguments: [
            "{}", "print", "function() end", "coroutine.create(print)", "string", "setmetatable({}, {})",
        ])
    func addresses(value: String) throws {
        let text = try results(of: "local v = \(value) return tostring(v), string.format('%s', v)")
        #expect(!text.contains("0x"))
    }

    @Test func `text of the common values`() throws {
        let expected = #""nil", "true", "1", "1.0", "x", "table", "function", "thread", "named""#
        let source = """
            local co = coroutine.create(print)
            return tostring(nil), tostring(true), tostring(1), tostring(1.0), tostring('x'), tostring({}),
              tostring(print), tostring(co), tostring(setmetatable({}, { __name = 'named' }))
            """
        #expect(try results(of: source) == expected)
        #expect(
            try results(of: "return string.format('%5.1f|%-3d|%s|%q|%%', 2.25, 7, {}, 'a\\n')")
                == #""  2.2|7  |table|\"a\\\n\"|%""#)
    }
}
