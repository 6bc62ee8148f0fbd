import Community
import LuaKit
import Store
import Testing

@testable import Scripting

private let recordCount = 20_000

/// What a loop holds does not grow with the number of its records.
@Suite(
    .community {
        try [record("organization", "jor", ["kind": "state"], texts: ["name": ["en": "Jordan"]])]
            + (0..<recordCount).map {
                try record(
                    "action_item", "a-\($0)", ["owners": "jor"], texts: ["title": ["en": "Item \($0)"]])
            }
    }) struct MemoryTests
{
    private struct MemoryTestError: Error {}

    /// The most bytes of the Lua heap, and the keys that are held in the end, after a loop over so many items.
    private func use(_ body: String, limit: Int, times: Int = 1) throws -> (peak: Int, keys: Int) {
        let source = """
            return function(community)
              local seen = 0
              for _ = 1, \(times) do
                for item in community.action_items:limit(\(limit)):each() do \(body) end
              end
              return seen
            end
            """
        let state = try State()
        let session = Session(
            state: state, snapshot: try TestCommunity.shared.snapshot(),
            program: Program(name: "script.lua", source: Array(source.utf8)),
            now: try #require(Script.now), zone: .utc)
        try session.register()
        let run = try #require(try state.call(state.load(Array(source.utf8), name: "script.lua")).first)
        let results = try state.call(run, [.object(CommunityObject(session: session))])
        guard case .integer(let seen) = results.first else { throw MemoryTestError() }
        #expect(seen == limit * times)
        return (state.memory.peak, session.bridge.keysHeld)
    }

    @Test(arguments: [
        "if item.title then seen = seen + 1 end",
        "for owner in item.owners:each() do if owner.name then seen = seen + 1 end end",
        "if item.owners:first().name and tostring(item) then seen = seen + 1 end",
        "if item:texts('title').en then seen = seen + 1 end",
    ])
    func `a hundred thousand records need no more than two thousand`(body: String) throws {
        let few = try use(body, limit: recordCount / 10)
        let many = try use(body, limit: recordCount, times: 100_000 / recordCount)
        #expect(many.peak < few.peak + 64 << 10)
        #expect(many.keys <= few.keys + 1024)
        #expect(few.peak > 1000)
    }
}
