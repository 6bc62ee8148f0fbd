import Community
import Documents
import Foundation
import Scripting
import Store
import Testing

@testable import Runs

extension ProcessTests {
    /// Jobs of plugins' files: to be described, tested, run with grants, and run again.
    @Suite struct JobTests {
        let community: DemoCommunity

        init() throws {
            community = try DemoCommunity()
        }

        @Test func `a contribution is described without being run`() throws {
            let loading = try ContributionLoading(workers: Halqa.workers)
            let described = try loading.describe(
                PluginFiles.program(
                    "rules/weekend.lua",
                    "return rule { title = 'Weekends', on = 'session.create', check = function() error 'run' end }"
                ))
            let rule = try described.get()
            #expect(
                rule.kind == .rule && rule.title == ["en": "Weekends"] && rule.events == ["session.create"])
        }

        @Test
        func `one that loops, fails or brings its worker down does not keep the others from being described`()
            throws
        {
            let loading = try ContributionLoading(workers: Halqa.workers, community: community.path)
            let sources = [
                "while true do end", "error 'no'", "local x = {",
                "local function f() return setmetatable({}, { __index = f }) end local t = f() return t",
                "local t = setmetatable({}, {}) getmetatable(t).__call = t return t()",
                "return report { run = function() end }",
            ]
            let results = try sources.map {
                try loading.describe(PluginFiles.program("reports/a.lua", $0))
            }
            for result in results.dropLast() {
                let failure = #expect(throws: Failure.self) { _ = try result.get() }
                #expect(failure?.description.hasPrefix("follow_up/reports/a.lua") == true, "\(result)")
            }
            #expect(results.map { $0.failure?.reason }.prefix(3) == [.stopped, .script, .script])
            #expect(try results.last?.get().kind == .report)
        }

        @Test func `tests of a file go on after one that loops or cannot be stopped`() throws {
            let source = """
                local function t1(t) t:equal(1, 1) end
                return tests {
                  a = t1,
                  b = function(t) t:equal({ 1 }, { 2 }, "list") end,
                  c = function() while true do end end,
                  d = t1,
                  e = function() string.rep("x", 1 << 20):find(string.rep("x*", 30) .. "y") end,
                  f = function(t)
                    local community = t:community { organizations = { { id = "jor", name = "Jordan" } } }
                    local doc = t:run("reports/all", { community = community })
                    t:equal(doc:rows(), { { "jor", "Jordan" } })
                    print "printed"
                  end,
                }
                """
            let report = """
                return function(community)
                  local doc = document {}
                  doc:table { rows = community.organizations, columns = { "id", "name" } }
                  return doc
                end
                """
            var outcomes: [TestOutcome] = []
            var lines: [String] = []
            let failure = try TestRun(
                workers: Halqa.workers,
                program: PluginFiles.program("tests/a.lua", source, files: ["reports/all.lua": report]),
                now: DemoCommunity.now, limits: RunLimits(time: 700), log: { lines.append($0) }
            ).perform { outcomes.append($0) }
            #expect(failure == nil)
            try #require(outcomes.map(\.name) == ["a", "b", "c", "d", "e", "f"])
            let failed = outcomes.map { $0.failure != nil }
            #expect(failed == [false, true, true, false, true, false], "\(outcomes)")
            #expect(
                outcomes[1].failure?.message.hasPrefix(
                    "follow_up/tests/a.lua:4: list: the values are not equal")
                    == true)
            #expect(outcomes[1].failure?.difference == ["[1]: expected 2, got 1"])
            #expect(outcomes[2].failure?.message.contains("stopped at its time limit") == true)
            #expect(lines == ["printed"])
        }

        @Test func `tests that cannot be loaded are one failure`() throws {
            let run = TestRun(
                workers: Halqa.workers,
                program: PluginFiles.program("tests/a.lua", "return tests { a = print"),
                now: 0)
            let failure = try run.perform { _ in Issue.record("there is no test") }
            #expect(failure?.reason == .script)
            #expect(failure?.description.hasPrefix("follow_up/tests/a.lua:1: ") == true)
        }

        @Test func `nothing is left of the communities of tests`() throws {
            func folders() throws -> Set<String> {
                Set(
                    try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory()).filter {
                        $0.hasPrefix("halqa-") && $0.count == "halqa-XXXXXX".count
                    })
            }
            let before = try folders()
            let program = PluginFiles.program(
                "tests/a.lua", "return tests { a = function(t) t:community {} end }")
            _ = try TestRun(workers: Halqa.workers, program: program, now: 0).perform { _ in }
            #expect(try folders().subtracting(before) == [])
        }

        @Test func `a plugin's run has its receipt, and is run again from the files that are kept`() throws {
            let program = PluginFiles.program(
                "reports/names.lua",
                "local names = require 'lib.names' return function(c) return names.of(c) .. settings.mark end",
                files: [
                    "lib/names.lua": "return { of = function(c) return c.organizations:get('jor').name end }"
                ],
                settings: ["mark": .text("!")])
            let request = Request(community: community.path, program: program, now: DemoCommunity.now)
            let receipt = try Run(workers: Halqa.workers, request: request).perform { _ in }
            #expect(receipt.failure == nil)
            #expect(receipt.plugin?.id == "follow_up" && receipt.plugin?.version == "1.2.0")
            #expect(receipt.plugin?.hash == "abc" && receipt.plugin?.settings == ["mark": .text("!")])
            let store = try Store(opening: community.path, for: .writing)
            try store.record(receipt.record(), text: program.source)

            var asked: PluginReceipt?
            let replay = Replay(store, workers: Halqa.workers) {
                asked = $0
                var context = program.plugin
                context?.settings = ["mark": .text("?")]
                context?.grants.read = []
                return context
            }
            #expect(try replay.perform(receipt.id) == .same)
            #expect(asked == receipt.plugin)
            let failure = #expect(throws: Failure.self) {
                _ = try Replay(store, workers: Halqa.workers).perform(receipt.id)
            }
            #expect(
                failure?.description
                    == "the files of follow_up 1.2.0, as \(receipt.id) ran them, are not kept any more")
        }

        @Test func `a plugin reads what it was granted`() throws {
            let program = PluginFiles.program(
                "reports/count.lua", "return function(c) return c.members:count() end")
            let request = Request(community: community.path, program: program, now: DemoCommunity.now)
            let receipt = try Run(workers: Halqa.workers, request: request).perform { _ in }
            #expect(receipt.failure?.reason == .notPermitted)
            #expect(
                receipt.failure?.description.hasPrefix(
                    "follow_up/reports/count.lua:1: follow_up has not been granted 'read members'") == true)
        }
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
