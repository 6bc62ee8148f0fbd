import Community
import Plugins

@testable import Store

/// A community with two organizations and their people, and plugins to install in it.
struct PluginFixture {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try .temporary(folder)
        for id in ["jor", "lbn"] {
            try store.make(
                create("organization", id, ["name": .english(id), "kind": .text("state")]),
                create("member", "m-\(id)", ["name": .text(id), "organization": .reference(id)]))
        }
    }

    /// The manifest of a plugin, with more lines after it.
    static func manifest(_ id: String, _ version: String, _ more: String = "") -> String {
        "[plugin]\nid = \"\(id)\"\nname = \"\(id)\"\nversion = \"\(version)\"\napi = \"1\"\n\(more)\n"
    }

    static func package(
        _ id: String = "tally", _ version: String = "1.0.0", _ more: String = "",
        files: [String: String] = [:]
    ) throws -> Package {
        let files = files.merging(
            [
                "plugin.toml": manifest(id, version, more), "reports/all.lua": "return '\(id) \(version)'",
                "lib/names.lua": "return '\(id)'", "README.md": "# \(id)",
            ]) { given, _ in given }
        return try Package(files: files.mapValues { Array($0.utf8) }, subject: id)
    }

    static func installation(
        _ id: String = "tally", _ version: String = "1.0.0", _ more: String = "",
        granted: Permissions = .none,
        files: [String: String] = [:]
    ) throws -> PluginInstallation {
        PluginInstallation(
            try package(id, version, more, files: files), granted: granted, origin: "Plugins/\(id)",
            contributions: [
                InstalledContribution(
                    plugin: id, contribution: Contribution(kind: .report, name: "all"),
                    description: Array("{}".utf8))
            ])
    }

    static let needs = "[needs]\nread = [\"members\", \"sessions\"]\nmessage = true\n"

    /// A run of a plugin's report, numbered so that its identifier is its own.
    func run(
        _ number: Int, _ verdict: PluginRun.Verdict, elapsed: Int = 10, memory: Int = 1000,
        plugin: String = "tally"
    ) throws -> String? {
        let present = try store.plugin(plugin)
        return try store.record(
            RunRecord(
                id: "run-\(number)", at: .test, viewer: "m-jor", script: "\(plugin)/reports/all.lua",
                source: "hash",
                commit: 1, outcome: verdict.rawValue, details: [],
                plugin: PluginRun(
                    plugin: plugin, version: present.version, hash: present.hash, verdict: verdict,
                    elapsed: elapsed,
                    memory: memory, message: verdict == .failed ? "broken \(number)" : nil)),
            text: [1, 2, 3])
    }
}
