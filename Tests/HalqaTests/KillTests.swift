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
        // The first one comes to its end, and tells how long the others take at most.
        var longest: Int?
        for _ in 0...20 {
            let last = try demo.store.snapshot().commit
            let (output, errors) = (try demo.folder.file("output", ""), try demo.folder.file("errors", ""))
            let process = try ChildProcess(
                [Command.program, "--community", demo.path, "changes", "undo", "\(last)", "--yes"],
                environment: ["PATH": "/usr/bin:/bin"], output: output, errors: errors)
            let began = ContinuousClock.now
            let pause = longest.map { Int.random(in: 0...$0, using: &generator) } ?? 60_000_000
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
        #expect(outcomes.values.reduce(0, +) == 21 && outcomes[true, default: 0] > 0)
    }

    /// Every other file makes the records, the others take them away.
    @Test func `an import that is killed is done or not, never half, and leaves no file behind`() throws {
        let demo = try DemoFolder()
        let temporary = try TemporaryFolder()
        try demo.folder.file(
            "items.lua",
            """
            return transform {
              input = { format = "csv", columns = { id = "text", keep = "boolean" } },
              row = function(community, row)
                if row.keep then return upsert.action_item { id = row.id, title = "Zyx " .. row.id, owners = "jor" } end
                return delete.action_item(row.id)
              end,
            }
            """)
        let rows = { (keep: String) in
            "id,keep\n" + (0..<Self.count).map { "n-\($0),\(keep)\n" }.joined()
        }
        try demo.folder.file("yes.csv", rows("yes"))
        try demo.folder.file("no.csv", rows("no"))
        let before = try demo.store.snapshot().count(Query("action_item"))
        var generator = SystemRandomNumberGenerator()
        var longest: Int?
        var commits = 0
        for _ in 0...20 {
            let last = try demo.store.snapshot().commit
            let file = last.isMultiple(of: 2) ? "no.csv" : "yes.csv"
            let (output, errors) = (try demo.folder.file("output", ""), try demo.folder.file("errors", ""))
            let process = try ChildProcess(
                [
                    Command.program, "--community", demo.path, "import", demo.path + "/items.lua",
                    demo.path + "/" + file, "--yes",
                ], environment: ["PATH": "/usr/bin:/bin", "TMPDIR": temporary.path], output: output,
                errors: errors)
            let began = ContinuousClock.now
            let pause = longest.map { Int.random(in: 0...$0, using: &generator) } ?? 60_000_000
            let code = process.wait(until: began + .microseconds(pause))
            if code == 0 { longest = Int((ContinuousClock.now - began) / .microseconds(1)) }
            let snapshot = try Store(opening: demo.path, for: .writing).snapshot()
            #expect(snapshot.commit == last || snapshot.commit == last + 1)
            let told = try demo.folder.text("errors")
            if code == 0 { #expect(snapshot.commit == last + 1, "\(told)") }
            commits += Int(snapshot.commit - last)
            let expected = before + (snapshot.commit.isMultiple(of: 2) ? Self.count : 0)
            #expect(try snapshot.count(Query("action_item")) == expected)
            let faults = Store.check(demo.path).filter { $0.subject == "integrity" && $0.severity == .fault }
            #expect(faults == [])
            #expect(try temporary.names == [])
        }
        #expect(commits > 0)
    }
}
