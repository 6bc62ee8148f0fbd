import Foundation
import Testing

@testable import LuaKit

/// Scripts that never end by themselves, and can be stopped.
let endless: [String] = [
    "while true do end",
    "repeat local x = 1 until false",
    "for i = 1, math.huge do end",
    "::again:: goto again",
    "local function f() return f() end f()",
    "while true do pcall(function() while true do end end) end",
    "while true do pcall(error, 'x') end",
    "local function f() pcall(f) f() end f()",
    "while true do xpcall(function() while true do end end, function() while true do end end) end",
    "xpcall(error, function() while true do end end)",
    "xpcall(function() local x = nil + 1 end, function() while true do pcall(error) end end)",
    "while true do coroutine.wrap(function() end)() end",
    "local function f() coroutine.wrap(f)() end while true do pcall(f) end",
    "while true do coroutine.resume(coroutine.create(function() while true do end end)) end",
    "local co = coroutine.wrap(function() while true do coroutine.yield() end end) while true do co() end",
    "while true do local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() while true do end end }) coroutine.yield() end) coroutine.resume(co) coroutine.close(co) end",
    "local x <close> = setmetatable({}, { __close = function() while true do end end }) while true do end",
    "pcall(function() local x <close> = setmetatable({}, { __close = function() while true do end end }) error('x') end)",
    "local t = setmetatable({}, { __index = function(t, k) while true do end end }) return t.x",
    "local t = setmetatable({}, { __index = function(t, k) return t[k] end }) while true do pcall(function() return t.x end) end",
    "local t = setmetatable({}, { __eq = function() while true do end end }) return t == setmetatable({}, getmetatable(t))",
    "local t = setmetatable({}, { __lt = function() while true do end end }) return t < t",
    "local t = setmetatable({}, { __concat = function() while true do end end }) return t .. 'x'",
    "local t = setmetatable({}, { __len = function() while true do end end }) return #t",
    "local t = setmetatable({}, { __tostring = function() while true do end end }) print(t)",
    "error(setmetatable({}, { __tostring = function() while true do end end }), pcall(function() while true do end end))",
    "table.sort({ 3, 2, 1 }, function() while true do end end)",
    "while true do table.sort({ 3, 2, 1 }, function(a, b) return a < b end) end",
    "local t = {} for i = 1, 100000 do t[i] = -i end while true do table.sort(t) end",
    "('x'):rep(100):gsub('x', function() while true do end end)",
    "for a in ('x'):rep(100):gmatch('x') do while true do end end",
    "load(function() while true do end end)",
    "while true do load(function() error('x') end) end",
    "while true do load('return 1 +') end",
    "for k in pairs(setmetatable({}, { __pairs = function() return function() return 1 end end })) do end",
    "local t = {} while true do t.x = 1 t.x = nil for k in pairs(t) do end end",
    "while true do next({}) end",
    "while true do local s = string.format('%s', {}) end",
    "while true do tostring(setmetatable({}, { __tostring = function() return 'x' end })) end",
    "local a = setmetatable({}, {}) getmetatable(a).__index = function() return coroutine.wrap(function() while true do end end)() end return a.x",
    "while true do call_back(function() end) end",
    "call_back(function() while true do end end)",
    "while true do pcall(call_back, function() pcall(call_back, function() while true do end end) end) end",
]

struct StopTests {
    static func state() throws -> State {
        let state = try State(limits: Limits(memory: 32 << 20)) { _ in }
        try state.register(
            Module(
                nil, "",
                functions: [
                    Function("call_back", "Calls, and forgives.", Parameter<Callback>("f", "What.")) {
                        callback in
                        _ = try? callback()
                    }
                ]))
        try state.freeze()
        return state
    }

    static func stop(_ source: String, after deadline: Duration) throws -> LuaError? {
        let state = try state()
        try state.arm(deadline: deadline)
        do {
            _ = try state.run(source)
            return nil
        } catch {
            return error
        }
    }

    @Test("an endless script is stopped at its deadline", .timeLimit(.minutes(5)), arguments: endless)
    func endlessScript(source: String) throws {
        let error = try #require(try Self.stop(source, after: .milliseconds(100)))
        #expect(error.kind == .stopped(.deadline))
        #expect(error.line == 1)
        #expect(error.message == "the script was stopped: it ran longer than it may")
    }

    @Test(
        "a script can be stopped at any moment", .timeLimit(.minutes(5)),
        arguments: endless.filter { !$0.contains("100000") })
    func anyMoment(source: String) throws {
        for round in 1...16 {
            let error = try #require(try Self.stop(source, after: .microseconds(round * 137)))
            #expect(error.kind == .stopped(.deadline))
        }
    }

    @Test func `a stopped state stays stopped`() throws {
        let state = try Self.state()
        try state.arm(deadline: .milliseconds(5))
        #expect(throws: LuaError.self) { try state.run("while true do end") }
        state.disarm()
        let error = #expect(throws: LuaError.self) { try state.run("return 1") }
        #expect(error?.kind == .stopped(.deadline))
        #expect(state.stopReason == .deadline)
    }

    @Test func `a deadline that has passed stops before anything runs`() throws {
        let state = try Self.state()
        try state.arm(deadline: .zero)
        let error = #expect(throws: LuaError.self) { try state.run("return 1") }
        #expect(error?.kind == .stopped(.deadline))
    }

    @Test func `a deadline that is taken back does not stop`() throws {
        let state = try Self.state()
        try state.arm(deadline: .seconds(100_000_000_000))
        state.disarm()
        #expect(try state.text(state.run("return 1")) == "1")
    }

    @Test func `a stopped script is told where it was`() throws {
        let error = try #require(
            try Self.stop(
                "local function busy()\n  while true do end\nend\npcall(busy)", after: .milliseconds(20)))
        #expect(error.line == 2)
        #expect(error.sourceLine == "  while true do end")
        #expect(error.frames.map(\.line) == [2, 4])
    }

    @Test(.timeLimit(.minutes(5))) func `another thread can stop a script`() throws {
        let state = try Self.state()
        let stopper = state.stopper
        try state.register(
            Module(
                nil, "",
                functions: [Function("begin", "") { Thread.detachNewThread { stopper.stop() } }]))
        let error = #expect(throws: LuaError.self) { try state.run("begin() while true do end") }
        #expect(error?.kind == .stopped(.cancelled))
    }

    @Test func `a stop before the run prevents it`() throws {
        let state = try Self.state()
        state.stopper.stop()
        let error = #expect(throws: LuaError.self) { try state.run("return 1") }
        #expect(error?.kind == .stopped(.cancelled))
    }

    @Test func `long loops of the host can ask`() throws {
        let state = try Self.state()
        try state.checkStopped()
        state.stopper.stop()
        try state.arm(deadline: .zero)
        let error = #expect(throws: LuaError.self) { try state.checkStopped() }
        #expect(error?.kind == .stopped(.deadline))
    }
}
