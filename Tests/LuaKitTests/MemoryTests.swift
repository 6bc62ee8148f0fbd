import Foundation
import Testing

@testable import LuaKit

struct MemoryTests {
    @Test(
        "a memory bomb ends at the cap",
        arguments: [
            "local t = {} while true do t[#t + 1] = {} end",
            "local s = 'x' while true do s = s .. s end",
            "return ('x'):rep(1 << 40)",
            "return ('x'):rep(math.maxinteger)",
            "return string.rep('x', 1 << 30, ',')",
            "local t = {} while true do pcall(function() while true do t[#t + 1] = ('x'):rep(1000) .. #t end end) end",
            "local t = {} while true do xpcall(function() while true do t[#t + 1] = { {} } end end, function() t[#t + 1] = {} end) end",
            "local t = {} while true do t[#t + 1] = coroutine.create(print) end",
            "local t = {} while true do coroutine.wrap(function() while true do t[#t + 1] = {} end end)() end",
            "local t = {} while true do pcall(coroutine.wrap(function() while true do t[#t + 1] = {} end end)) end",
            "local t = {} for i = 1, 1e9 do t['k' .. i] = i end",
            "local t = {} while true do t[#t + 1] = load('return ' .. #t) end",
            "return table.concat(setmetatable({}, { __index = function() return ('x'):rep(1e6) end }), '', 1, 1e6)",
            "return (('x'):rep(1e6):gsub('x', ('y'):rep(1e4)))",
            "local t = {} for i = 1, 1e6 do t[i] = 'k' .. i end local u = {} for i = 1, 40 do u[i] = {} for k, v in pairs(t) do u[i][v] = k end end",
        ])
    func bomb(source: String) throws {
        let state = try State(limits: Limits(memory: 16 << 20))
        let error = try #require(try failure(of: source, in: state))
        if error.kind == .runtime {
            #expect(error.message.contains("too large"))
        } else {
            #expect(error.kind == .stopped(.memory))
            #expect(error.message == "the script was stopped: it needs more memory than the 16 MB it may use")
        }
        #expect(error.line == 1)
        #expect(state.memory.peak <= 17 << 20)
    }

    @Test func `garbage is no reason to stop`() throws {
        let state = try State(limits: Limits(memory: 4 << 20))
        let source =
            "local t = {} for i = 1, 20000 do t[i] = i end for i = 1, 300000 do local s = { i, tostring(i) .. 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' } end return #t"
        #expect(try state.text(state.run(source)) == "20000")
    }

    @Test func `the cap does not apply while the host is on top, and again afterwards`() throws {
        let state = try State(limits: Limits(memory: 2 << 20))
        try state.register(
            Module(
                nil, "",
                functions: [Function("big", "", returns: "") { String(repeating: "x", count: 8 << 20) }]))
        #expect(
            try failure(of: "local t = {} while true do t[#t + 1] = big() end", in: state)?.kind
                == .stopped(.memory))
    }

    @Test func `every single allocation may fail`() throws {
        let source = """
            local t = {}
            for i = 1, 20 do t['key' .. i] = { i, tostring(i) } end
            local ok, err = pcall(function() for k, v in pairs(t) do t[k] = string.format('%s %d', k, #v) end end)
            local co = coroutine.wrap(function(a) local b = coroutine.yield(a .. 'x') return b end)
            co('a') co('b')
            local list = {}
            for i = 1, 40 do list[i] = -i end
            table.sort(list, function(a, b) return a < b end)
            xpcall(function() error({ list }) end, function(e) return e end)
            echo('x', function(x) return x .. x end)
            local chunk = load('return ...')
            return chunk(#list), table.concat(list, ' ')
            """
        func run(failing allocations: ClosedRange<Int>?) throws(LuaError) -> Int {
            let state = try State(
                limits: Limits(), seed: 0, failing: allocations, output: { _ in })
            try state.register(
                Module(
                    nil, "",
                    functions: [
                        Function(
                            "echo", "", Parameter<String>("text", ""), Parameter<Callback>("f", ""),
                            returns: ""
                        ) { text, callback in try callback(.text(text)).first ?? .nil }
                    ]))
            _ = try state.run(source)
            return state.allocations
        }
        let count = try run(failing: nil)
        #expect(count > 500)
        var ends = Set<LuaError.Kind?>()
        for allocation in 1...count {
            do {
                // An allocation that fails is tried again after a collection.
                _ = try run(failing: allocation...allocation)
                ends.insert(nil)
            } catch {
                ends.insert(error.kind)
            }
            let error = #expect(throws: LuaError.self) { _ = try run(failing: allocation...Int.max) }
            #expect(
                [.memory, .stopped(.memory)].contains(error?.kind),
                "\(allocation): \(String(describing: error))")
        }
        #expect(ends.isSubset(of: [nil, .memory, .stopped(.memory)]))
        #expect(ends.contains(nil))
    }

    private final class Box: HostObject {
        static let luaType = "box"
        let number: Int
        init(_ number: Int) { self.number = number }
    }

    @Test(arguments: ["local b = box(i)", "local f = made(i)", "local t = { box(i), made(i) }"])
    func `what the host makes in a loop does not gather`(body: String) throws {
        func peak(_ count: Int) throws -> Int {
            let state = try State()
            try state.register(
                Module(
                    nil, "Makes things.",
                    functions: [
                        Function(
                            "box", "Makes an object.", Parameter<Int>("i", "Its number."), returns: "It."
                        ) {
                            Box($0)
                        },
                        Function(
                            "made", "Makes a function.", Parameter<Int>("i", "Its number."), returns: "It.",
                            calling: { (state: State, number: Int) -> Value in
                                state.function(Function("f", "A number.", returns: "It.") { number })
                            }),
                    ]))
            _ = try state.run("for i = 1, \(count) do \(body) end")
            return state.memory.peak
        }
        let few = try peak(2000)
        let many = try peak(50_000)
        #expect(many < few + 32 << 10)
    }

    /// In a process of its own, as other tests need memory of this one meanwhile.
    @Test func `a hundred thousand states leave nothing behind`() async {
        await #expect(processExitsWith: .success) {
            func make(_ count: Int) throws {
                for _ in 0..<count {
                    let state = try State()
                    try #require(state.memory.used < 60_000)
                    try #require(state.run("return {}").count == 1)
                }
            }
            try make(1000)
            let before = try Self.residentBytes()
            try make(99_000)
            // A thousandth of a state that stays would be 5 MB.
            let after = try Self.residentBytes()
            try #require(after < before + 2 << 20, "\(before) and \(after) bytes")
        }
    }

    /// What this process holds in memory (`/proc/self/statm`, second number, in pages).
    private static func residentBytes() throws -> Int {
        let numbers = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return try #require(Int(numbers[1])) * sysconf(Int32(_SC_PAGESIZE))
    }
}
