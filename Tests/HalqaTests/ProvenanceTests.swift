import Foundation
import Testing

/// `--provenance`, and what is told without it.
struct ProvenanceTests {
    @Test func `list names the records and the commit`() throws {
        let demo = try DemoFolder()
        let list = try demo.halqa(
            "list", "organizations", "--columns", "name", "--provenance", "--limit", "1")
        #expect(list.exitCode == 0, "\(list.errors)")
        #expect(list.output.contains("Open. State of the community: commit "))
        #expect(list.output.contains("Records"))
        let data = Data(
            try demo.halqa("list", "organizations", "--provenance", "--limit", "1", "--format", "json").output
                .utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let provenance = try #require(json["provenance"] as? [String: Any])
        #expect(provenance["confidentiality"] as? String == "open")
        #expect(provenance["commit"] as? Int ?? 0 > 0)
    }

    @Test func `a report with a closed session says so, asked or not`() throws {
        let demo = try DemoFolder()
        for arguments in [[], ["--provenance"]] {
            try demo.folder.file(
                "script.lua", "return function(community) return community.attendance:limit(1) end")
            let run = try demo.halqa(["run", "script.lua", "--format", "markdown"] + arguments)
            #expect(run.exitCode == 0, "\(run.errors)")
            #expect(run.output.hasPrefix("> **Confidential: "), "\(run.output)")
            #expect(run.output.contains("commit") == !arguments.isEmpty)
        }
    }

    @Test func `a run with its records is replayed with them`() throws {
        let demo = try DemoFolder()
        #expect(try demo.run(returning: "community.organizations", "--provenance").exitCode == 0)
        let replay = try demo.halqa("runs", "replay", demo.latestRun)
        #expect(replay.exitCode == 0, "\(replay.output)\(replay.errors)")
    }
}
