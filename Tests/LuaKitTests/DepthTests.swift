import Testing

@testable import LuaKit

struct DepthTests {
    @Test(
        "a recursion without end is an error, through whatever it goes",
        arguments: [
            "local function f(a, b, c) return 1 + f(a, b, c) end f()",
            "local function f(s) return (s:gsub('.', f)) end f('x')",
            "local function f() table.sort({ 1, 2 }, f) end f()",
            "local t = setmetatable({}, {}) getmetatable(t).__tostring = function() return tostring(t) end tostring(t)",
            "local t = setmetatable({}, {}) getmetatable(t).__tostring = function() return string.format('%s', t) end tostring(t)",
            "local t = setmetatable({}, {}) getmetatable(t).__tostring = function() print(t) end print(t)",
            "local t = setmetatable({}, {}) getmetatable(t).__pairs = function() return pairs(t) end for k in pairs(t) do end",
            "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end return t.x",
            "local t = setmetatable({}, {}) getmetatable(t).__lt = function(a, b) return a < b end return t < t",
            "local t = setmetatable({}, {}) getmetatable(t).__concat = function(a, b) return a .. b end return t .. t",
            "local t = setmetatable({}, {}) getmetatable(t).__len = function(a) return #a end return #t",
            "local t = setmetatable({}, {}) getmetatable(t).__eq = function(a, b) return a == b end return t == setmetatable({}, getmetatable(t))",
            "local function f() coroutine.wrap(f)() end f()",
            "local function f() assert(coroutine.resume(coroutine.create(f))) end f()",
            "local function f() assert(pcall(f)) end f()",
            "local function f() assert(xpcall(f, function(e) return e end)) end f()",
            "local function f() assert(load(function() f() end)) end f()",
            "local function f() apply(f) end f()",
            "local function f() coroutine.wrap(function() apply(f) end)() end f()",
            "assert(load('return ' .. ('('):rep(100000)))",
            "assert(load('return ' .. ('{'):rep(100000)))",
            "assert(load('local a return ' .. ('a.'):rep(100000) .. 'a' .. (' .. a'):rep(100000)))",
            "assert(load('x = ' .. ('not '):rep(100000) .. '1'))",
            "assert(load(('if x then '):rep(100000)))",
            "assert(load(('function f() '):rep(100000)))",
            "return select(-1, table.unpack({}, 1, 1e7))",
            "return string.char(table.unpack({}, 1, 1e6))",
            "xpcall(error, error) local function h() error('again') end error(select(2, xpcall(error, h)))",
        ])
    func recursion(source: String) throws {
        let state = try State { _ in }
        try state.register(
            Module(
                nil, "",
                functions: [
                    Function("apply", "Calls.", Parameter<Callback>("f", ""), returns: "") {
                        Results(try $0())
                    }
                ]))
        let error = try #require(try failure(of: source, in: state))
        #expect(error.kind == .runtime)
        // The state is as good as before.
        #expect(try state.text(state.run("return 1 + 1")) == "2")
    }

    @Test func `closing coroutines from one another is bounded`() throws {
        let source = """
            local function nest(depth)
              local co = coroutine.create(function()
                local x <close> = setmetatable({}, { __close = function() nest(depth + 1) end })
                coroutine.yield()
              end)
              coroutine.resume(co)
              local ok, message = coroutine.close(co)
              if not ok then error(message, 0) end
            end
            nest(1)
            """
        let error = try #require(try failure(of: source))
        #expect(error.message == "too many coroutines that close one another")
    }

    @Test(
        "wrapped functions of the library still name themselves",
        arguments: [
            ("string.format('%d', 'x')", "bad argument #2 to 'format' (number expected, got string)"),
            ("string.format('%d')", "bad argument #2 to 'format' (no value)"),
            ("('x'):rep({})", "bad argument #1 to 'rep' (number expected, got table)"),
            ("math.randomseed('x')", "bad argument #1 to 'randomseed' (number expected, got string)"),
            ("coroutine.resume(1)", "bad argument #1 to 'resume' (coroutine expected, got number)"),
            ("xpcall(1)", "bad argument #2 to 'xpcall' (function expected, got no value)"),
            ("table.sort(1)", "bad argument #1 to 'sort' (table expected, got number)"),
            ("table.sort({ 1, nil, 3 })", "table.sort: there is a hole at index 2 of 3"),
            ("local co = coroutine.wrap(function() end) co() co()", "cannot resume dead coroutine"),
            ("coroutine.close(coroutine.running())", "cannot close a running coroutine"),
            ("coroutine.yield()", "attempt to yield from outside a coroutine"),
        ])
    func names(source: String, message: String) throws {
        let error = try #require(try failure(of: source))
        #expect(error.message == message)
        #expect(error.line == 1)
    }
}
