import Documents
import Store
import Testing

@testable import Scripting

/// A whole report, of which every single allocation fails: once, and from there on.
@Suite(.community) struct AllocationTests {
    private static let source = """
        local overdue = {}
        return report {
            title = "All",
            params = { least = { type = "integer", default = 0 } },
            run = function(community, parameters)
                local doc = document { title = "All" }
                local names = {}
                for item in community.action_items:sort("due"):each() do
                    for owner in item.owners:each() do names[#names + 1] = owner.name end
                    if item.due and item.due > date("2024-01-01") + days(3) then overdue[#overdue + 1] = item end
                end
                table.sort(names)
                doc:metric("names", #names):text(table.concat(names, ", "))
                doc:table {
                    rows = community.members:where("role", "focal_point"), group_by = "organization",
                    columns = { "name", { function(m) return tostring(m.name):upper() end, title = "Upper" } },
                }
                doc:chart { kind = "bar", rows = community.members:group("role"):count() }
                local ok, message = pcall(error, { "caught" })
                doc:note(json.encode { ok, message, parameters.least })
                return doc
            end,
        }
        """

    @Test func `a report whose memory fails anywhere ends with a sentence`() throws {
        let snapshot = try TestCommunity.shared.snapshot()
        func run(failing: ClosedRange<Int>?) throws -> (allocations: Int, parts: [Part]) {
            var parts: [Part] = []
            let evaluation = try Evaluation(
                Program(name: "all.lua", source: Array(Self.source.utf8)), snapshot: snapshot,
                now: #require(Script.now), zone: .utc, seed: 1, memory: 64 << 20, failing: failing,
                provenance: false, log: { _ in })
            try evaluation.run(parameters: [:]) { parts.append($0) }
            return (evaluation.allocations, parts)
        }

        let whole = try run(failing: nil)
        #expect(whole.allocations > 200 && whole.parts.last == .end)
        var ends = 0
        for allocation in 1...whole.allocations {
            // It is tried again after a collection, and the report is the same.
            do {
                let parts = try run(failing: allocation...allocation).parts
                #expect(parts == whole.parts, "allocation \(allocation)")
            } catch let failure as ScriptFailure {
                #expect(failure.kind == .stopped, "allocation \(allocation): \(failure)")
                ends += 1
            }
            let failure = #expect(throws: ScriptFailure.self, "allocation \(allocation)") {
                _ = try run(failing: allocation...Int.max)
            }
            #expect(
                failure?.kind == .stopped && failure?.description.contains("memory") == true,
                "allocation \(allocation): \(String(describing: failure))")
        }
        #expect(ends < whole.allocations / 2)
    }
}
