import Digests
import Documents
import Foundation
import Store
import Testing

@testable import Runs

extension ProcessTests {
    @Suite struct ReceiptTests {
        private let community: DemoCommunity

        init() throws { community = try DemoCommunity() }

        @Test func `a receipt says who, what, when and with which versions`() throws {
            var request = community.request("return function(c) return c.members:count() end")
            request.viewer = "focal-jor"
            request.language = "ar"
            request.zone = "Asia/Beirut"
            request.seed = 99
            let receipt = try community.run(request).receipt
            #expect(receipt.id.hasPrefix("run-"))
            #expect(receipt.viewer == "focal-jor")
            #expect(receipt.script == "report.lua")
            #expect(receipt.sourceHash == SHA256.of(request.program.source))
            #expect(receipt.now == DemoCommunity.now)
            #expect(receipt.language == "ar")
            #expect(receipt.zone == "Asia/Beirut")
            #expect(receipt.seed == 99)
            #expect(receipt.commit == 1)
            #expect(receipt.halqaVersion == halqaVersion)
            let luaVersion = try #require(receipt.luaVersion)
            #expect(luaVersion.wholeMatch(of: /Lua 5\.4\.[0-9]+/) != nil)
            #expect(receipt.usage.memory > 0)
            #expect(receipt.outcome == "done")
            #expect(receipt.outputHash.count == 64)
            #expect(receipt.outputBytes == receipt.output.map { $0.count - 4 * 3 })
        }

        @Test func `what a request leaves open is found in the community, and recorded`() throws {
            let script = "return function() print(now:format 'yyyy', math.random(1000)) return today end"
            let asOperator = try community.run(script).receipt
            #expect(asOperator.viewer == "operator")
            #expect(asOperator.language == "en")
            #expect(asOperator.zone == "UTC")
            #expect(asOperator.seed == 1)
            var request = community.request(script)
            request.viewer = "focal-jor"
            #expect(try community.run(request).receipt.zone == "Asia/Amman")
        }

        @Test func `rows that are read are counted`() throws {
            let outcome = try community.run(
                "return function(c) local n = 0 for m in c.members:each() do n = n + #m.id end return n end")
            #expect(outcome.receipt.usage.rowsRead >= 34)
        }

        @Test(arguments: [
            ("return function() error 'no' end", "script"), ("return function(", "script"), ("", "data"),
            ("\u{1B}Lua", "data"), ("while true do end", "stopped"),
        ])
        func `runs that fail have receipts`(script: String, outcome: String) throws {
            let receipt = try community.run(script, limits: RunLimits(time: 300)).receipt
            #expect(receipt.outcome == outcome)
            #expect(receipt.commit == 1)
            #expect(receipt.failure?.description.hasPrefix("report.lua") == true)
        }

        @Test func `a member or zone that does not exist is said, before anything is read`() throws {
            var request = community.request("return 1")
            request.viewer = "nobody"
            let unknown = try community.run(request)
            #expect(unknown.reason == .missing)
            #expect(unknown.receipt.commit == nil)
            request.viewer = nil
            request.zone = "Mars/Olympus"
            #expect(try community.run(request).reason == .usage)
            request.zone = nil
            request.community = community.folder.path + "/nowhere"
            #expect(try community.run(request).reason == .missing)
        }

        @Test func `a receipt is kept and read back whole`() throws {
            let receipt = try community.run("return function(c) return c.organizations end").receipt
            #expect(receipt.output?.isEmpty == false)
            #expect(try Receipt(receipt.record()) == receipt)
            let record = try receipt.record()
            let broken = RunRecord(
                id: record.id, at: record.at, viewer: record.viewer, script: record.script,
                source: record.source, commit: record.commit, outcome: record.outcome, details: [0xFF])
            let failure = #expect(throws: Failure.self) { try Receipt(broken) }
            #expect(failure?.reason == .data)
        }
    }
}
