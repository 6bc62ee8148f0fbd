import Documents
import Foundation
import Testing

@testable import Runs

extension ProcessTests {
    @Suite struct LimitTests {
        private let community: DemoCommunity

        init() throws { community = try DemoCommunity() }

        struct Endless: Sendable, CustomTestStringConvertible {
            let what: String
            let script: String
            var testDescription: String { what }
        }

        @Test(arguments: [
            Endless(what: "loading", script: "while true do end"),
            Endless(what: "running", script: "return function() while true do end end"),
            Endless(
                what: "converting a column",
                script: """
                    return function()
                      local doc = document()
                      doc:table { rows = { 1 }, columns = { { function() while true do end end, title = "x" } } }
                      return doc
                    end
                    """),
            Endless(
                what: "closing",
                script: """
                    return function()
                      local x <close> = setmetatable({}, { __close = function() while true do end end })
                      return 1
                    end
                    """),
            Endless(
                what: "catching",
                script: "return function() while true do pcall(function() while true do end end) end end"),
            Endless(
                what: "printing", script: "return function() while true do print(('x'):rep(1000)) end end"),
        ])
        func `the time limit covers all that a script does, and says where it was`(endless: Endless) throws {
            let outcome = try community.run(endless.script, limits: RunLimits(time: 400))
            #expect(outcome.reason == .stopped)
            #expect(outcome.sentence.hasPrefix("report.lua"))
            #expect(outcome.sentence.contains("stopped at its time limit"))
            #expect((400 - 50..<400 + RunLimits.grace + 1000).contains(outcome.receipt.elapsed))
        }

        @Test func `what cannot be interrupted is killed`() throws {
            let script =
                "return function() return (('a'):rep(60)):match(('a?'):rep(60) .. ('a'):rep(60) .. 'b') end"
            let outcome = try community.run(script, limits: RunLimits(time: 300))
            #expect(outcome.reason == .stopped)
            #expect(outcome.sentence.contains("0.3 seconds"))
            #expect(outcome.receipt.elapsed < 300 + RunLimits.grace + 1000)
        }

        @Test func `the time that the reader takes does not count against the script`() throws {
            let script = """
                return function()
                  local rows = {}
                  for i = 1, 512 * 24 do rows[i] = ("x"):rep(300) end
                  return rows
                end
                """
            let request = community.request(script, limits: RunLimits(time: 1000))
            let outcome = try community.run(request) { _ in usleep(70_000) }
            #expect(outcome.receipt.failure == nil)
            #expect(outcome.rows.count == 512 * 24)
            #expect(outcome.receipt.elapsed > 1000 + RunLimits.grace)
        }

        @Test func `the Lua heap has a cap`() throws {
            let outcome = try community.run(
                "return function() local t = {} while true do t[#t + 1] = {} end end",
                limits: RunLimits(memory: 8 << 20))
            #expect(outcome.reason == .stopped)
            #expect(outcome.sentence == "report.lua:1: stopped at its memory limit")
            #expect((4 << 20..<9 << 20).contains(outcome.receipt.usage.memory))
        }

        /// What a script can make the rest of its process allocate.
        @Test(arguments: [
            "return function() return json.decode('[' .. ('0,'):rep(20000000) .. '0]') end",
            "return function() return json.decode(('['):rep(5000000)) end",
            """
            return function(community)
              local query = community.members
              while true do query = query:where("name", except "x") end
            end
            """,
            """
            return function()
              local doc = document()
              local text = ("x"):rep(8000000)
              while true do doc:text(text) end
            end
            """,
            """
            return function()
              local rows, text = {}, ("x"):rep(1000000)
              for i = 1, 10000 do rows[i] = text end
              return rows
            end
            """,
        ])
        func `memory that a script makes its process need is bounded too`(script: String) throws {
            let outcome = try community.run(script, limits: RunLimits(time: 5000))
            #expect(outcome.sentence.hasPrefix("report.lua"), "\(outcome.sentence)")
            #expect([.stopped, .died, .script].contains(outcome.reason))
            #expect(outcome.receipt.elapsed < 5000 + RunLimits.grace + 1000)
            #expect(try community.run("return function() return 1 end").value == .integer(1))
        }

        @Test func `the document has a cap`() throws {
            let script = """
                return function()
                  local rows = {}
                  for i = 1, 5000 do rows[i] = ("x"):rep(300) end
                  return rows
                end
                """
            let large = try community.run(script, limits: RunLimits(output: 1 << 20))
            #expect(large.reason == .stopped)
            #expect(large.sentence.contains("its document is larger than 1 MB, the limit"))
            let long = try community.run(script, limits: RunLimits(rows: 4999))
            #expect(long.reason == .stopped)
            #expect(long.sentence.contains("more than 4999 rows"))
            #expect(try community.run(script, limits: RunLimits(rows: 5000)).receipt.failure == nil)
        }

        @Test func `rows that are large together travel apart, and one that is too large is a limit`() throws
        {
            let rows = """
                return function()
                  local rows = {}
                  for i = 1, 40 do rows[i] = ("x"):rep(1000000) end
                  return rows
                end
                """
            let outcome = try community.run(rows)
            #expect(outcome.receipt.failure == nil, "\(outcome.sentence)")
            #expect(outcome.rows.count == 40)

            let one = try community.run("return function() return ('x'):rep(20000000) end")
            #expect(one.reason == .stopped)
            #expect(one.sentence.hasPrefix("report.lua: a part of the document takes 20000"))
        }

        @Test func `printed lines are bounded, and the run goes on`() throws {
            let outcome = try community.run(
                """
                return function()
                  print(("é"):rep(100000))
                  for i = 1, 100000 do print("line " .. i) end
                  return 7
                end
                """)
            #expect(outcome.value == .integer(7))
            #expect(outcome.lines.first?.hasSuffix("(the line is cut here; it has 200000 bytes)") == true)
            #expect(outcome.lines.last?.contains("is left out") == true)
            #expect(outcome.lines.reduce(0) { $0 + $1.utf8.count } <= PrintedLines.limit)
        }

        @Test func `a message of any length comes, shortened`() throws {
            let outcome = try community.run("return function() error(('é'):rep(2000000)) end")
            #expect(outcome.reason == .script)
            #expect(outcome.sentence.hasPrefix("report.lua:1: éé"))
            #expect(outcome.sentence.contains("… (the message is cut here; it has 4000"))
        }

        @Test(arguments: ["\\0", "\\27[2J", "\\xff\\xfe", "\\u{202e}"])
        func `bytes of every kind in a message come`(bytes: String) throws {
            let outcome = try community.run("return function() error('<\(bytes)>') end")
            #expect(outcome.reason == .script)
            #expect(outcome.sentence.contains("<") && outcome.sentence.contains(">"))
        }
    }
}
