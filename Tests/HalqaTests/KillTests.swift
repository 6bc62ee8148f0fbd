import Community
import Foundation
import Store
import Testing

/// The program is killed while it writes: all of it was done, or nothing.
@Suite(.serialized) struct KillTests {
    private static let count = 3000

    /// The commits of `count` records that are made and taken back, over and over: an undo deletes them, the undo
    /// of the undo makes them again.
    @Test func `an undo that is killed is done or not, never half`() throws {
        let demo = try DemoFolder()
        let before = try demo.store.snapshot().count(Query("action_item"))
        let changes = (0..<Self.count).map { number in
            Change.create(
                entity: "action_item", id: "n-\(number)",
                fields: [
                    "title": .localized(["en": "Zyx \(number)"]), "owners": .list([.reference("jor")]),
                ])
        }
        let origin = ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))
        try demo.store.apply(ChangeSet(changes, origin: origin))
        var generator = SystemRandomNumberGenerator()
        var outcomes: [Bool: Int] = [:]
        var longest = 2_000_000
        for _ in 0..<20 {
            let last = try demo.store.snapshot().commit
            let (output, errors) = (try demo.folder.file("output", ""), try demo.folder.file("errors", ""))
            let process = try ChildProcess(
                [Command.program, "--community", demo.path, "changes", "undo", "\(last)", "--yes"],
                environment: ["PATH": "/usr/bin:/bin"], output: output, errors: errors)
            let began = ContinuousClock.now
            let pause = Int.random(in: 0...longest, using: &generator)
            let code = process.wait(until: began + .microseconds(pause))
            if code == 0 { longest = Int((ContinuousClock.now - began) / .microseconds(1)) }
            let snapshot = try Store(opening: demo.path, for: .writing).snapshot()
            let isDone = snapshot.commit == last + 1
            #expect(isDone || snapshot.commit == last)
            outcomes[isDone, default: 0] += 1
            // Even commits have made the records, odd ones have taken them away.
            let expected = before + (snapshot.commit.isMultiple(of: 2) ? Self.count : 0)
            #expect(try snapshot.count(Query("action_item")) == expected)
            var search = Query("action_item")
            search.searches = ["zyx"]
            #expect(try snapshot.count(search) == expected - before)
            let faults = Store.check(demo.path).filter { $0.subject == "integrity" && $0.severity == .fault }
            #expect(faults == [])
            if code == 0 { #expect(isDone) }
        }
        #expect(outcomes.values.reduce(0, +) == 20)
    }
}
