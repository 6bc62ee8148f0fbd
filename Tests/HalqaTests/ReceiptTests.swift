import Community
import Foundation
import Runs
import Testing

@testable import Store

/// `runs list`, `runs show` and `runs replay`.
struct ReceiptTests {
    @Test(arguments: [
        ("1", 0, "done"), ("error 'x'", 1, "script"), ("(function() while true do end end)()", 3, "stopped"),
    ])
    func `a run leaves its receipt however it ended`(expression: String, code: Int32, outcome: String) throws
    {
        let demo = try DemoFolder()
        #expect(
            try demo.run(returning: expression, "--time", "500ms", "--now", "2024-06-30").exitCode == code)
        let id = try demo.latestRun
        let list = try demo.halqa("runs", "list", "--format", "csv")
        #expect(list.output.contains("\(id),"))
        #expect(list.output.contains(",operator,report,script.lua,1,\(outcome)"), "\(list.output)")
        let shown = try demo.halqa("runs", "show", id)
        #expect(shown.exitCode == 0)
        for text in [id, "script.lua", "2024-06-30", "5.4", outcome, "SHA-256", "Seed", "Rows read"] {
            #expect(shown.output.contains(text), "\(text)")
        }
    }

    @Test func `a replay gives the same bytes, also after later commits`() throws {
        let demo = try DemoFolder()
        #expect(try demo.run(returning: "community.members:count()").output == "34\n")
        let id = try demo.latestRun
        #expect(try demo.halqa("runs", "replay", id).output == "\(id): the same bytes came out.\n")
        try demo.store.apply(
            ChangeSet(
                [
                    .create(
                        entity: "member", id: "new",
                        fields: [
                            "name": .text("New"), "role": .text("member"), "organization": .reference("jor"),
                        ]), .delete(entity: "attendance", id: try Self.attendance(demo)),
                ], origin: ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))))
        #expect(try demo.run(returning: "community.members:count()").output == "35\n")
        let again = try demo.halqa("runs", "replay", id)
        #expect(again.exitCode == 0)
        #expect(again.output == "\(id): the same bytes came out.\n", "\(again.text)")
    }

    private static func attendance(_ demo: DemoFolder) throws -> String {
        let list = try demo.halqa("list", "attendance", "--limit", "1", "--columns", "id", "--format", "csv")
        return String(try #require(list.output.split(whereSeparator: \.isNewline).last))
    }

    @Test func `what a replay has different is printed`() throws {
        let demo = try DemoFolder()
        #expect(try demo.run(returning: "community.members:count()").exitCode == 0)
        let record = try #require(try demo.store.run(try demo.latestRun))
        let changed = RunRecord(
            id: "run-changed", at: record.at, viewer: record.viewer, script: record.script, source: "changed",
            commit: record.commit, outcome: record.outcome,
            details: Array(
                String(decoding: record.details, as: UTF8.self)
                    .replacing(record.source, with: "changed").replacing(record.id, with: "run-changed").utf8)
        )
        try demo.store.record(changed, text: Array("return function() return 'other' end".utf8))
        let replay = try demo.halqa("runs", "replay", "run-changed")
        #expect(replay.exitCode == 65)
        #expect(replay.output.contains("- 34") && replay.output.contains("+ other"), "\(replay.text)")
        #expect(replay.errors == "halqa: run-changed: something else came out than then.\n")
    }

    @Test func `a member sees their own runs, however many others there are`() throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return 1 end")
        #expect(try demo.halqa("--as", "focal-jor", "run", "script.lua").exitCode == 0)
        let own = try demo.latestRun
        for _ in 1...3 { #expect(try demo.halqa("run", "script.lua").exitCode == 0) }
        let other = try demo.latestRun
        let list = try demo.halqa("--as", "focal-jor", "runs", "list", "--limit", "2", "--format", "csv")
        #expect(list.output.contains(own) && !list.output.contains(other))
        #expect(try demo.halqa("--as", "focal-jor", "runs", "show", own).exitCode == 0)
        for command in ["show", "replay"] {
            let hidden = try demo.halqa("--as", "focal-jor", "runs", command, other)
            let none = try demo.halqa("--as", "focal-jor", "runs", command, "run-none")
            #expect(hidden.exitCode == 66 && none.exitCode == 66)
            #expect(hidden.errors.replacing(other, with: "run-none") == none.errors)
        }
    }

    @Test func `a receipt that cannot be kept does not cost the report`() throws {
        let demo = try DemoFolder()
        try demo.store.write { _ throws(StoreError) in
            do {
                let run = try demo.run(returning: "1")
                #expect(run.output == "1\n" && run.exitCode == 0)
                #expect(
                    run.errors.hasPrefix("halqa: the receipt of this run could not be kept: the community is")
                )
            } catch { throw StoreError(.defect, "\(error)") }
        }
    }
}
