import Foundation
import Plugins
import Store
import Testing

struct PluginKillTests {
    /// Each command, killed at random moments, leaves the version before it or the one after it, whole.
    @Test func `a kill at any moment leaves one whole version`() throws {
        let demo = try DemoFolder()
        let field = "[fields.session.code]\ntype = \"integer\"\nmaximum = "
        let needs = ["[needs]\nread = [\"members\"]\n", PluginFiles.needs]
        let packages = try zip(["1.0.0", "2.0.0"], needs).map { version, needs in
            let files = try PluginFiles(
                "tally", version, in: demo.folder, more: needs + field + version.prefix(1) + "0\n"
            )
            return (path: files.path, package: try Package(folder: files.path))
        }
        let (first, second) = (packages[0], packages[1])
        let commands = [
            ["install", first.path, "--grant", "read members"], ["update", second.path, "--yes"],
            ["rollback", "tally"], ["update", second.path, "--yes"], ["remove", "tally", "--purge"],
        ]
        var killed = 0
        var moment = 0
        while killed < 20 {
            let arguments = commands[moment % commands.count]
            // Later and later until the command gets to its end, and the next one follows.
            for wait in stride(from: Double.random(in: 0.5...12), to: 10_000, by: Double.random(in: 4...12)) {
                let process = try ChildProcess(
                    ["/usr/bin/env", "-C", demo.path, Command.program, "plugin"] + arguments,
                    environment: ["PATH": "/usr/bin:/bin"], output: "/dev/null", errors: "/dev/null")
                let exitCode = process.wait(until: .now + .milliseconds(wait))
                if process.wasKilled { killed += 1 }
                try checkWhole(demo, [first.package, second.package])
                if !process.wasKilled || exitCode == 0 { break }
            }
            moment += 1
        }
    }

    private func checkWhole(_ demo: DemoFolder, _ packages: [Package]) throws {
        let store = try demo.store
        let fields = try store.snapshot().schema.entity("session").fields.filter { $0.name.hasPrefix("x.") }
        guard let plugin = try store.plugins().first else { return #expect(fields.isEmpty) }
        let package = try #require(packages.first { $0.hash == plugin.hash })
        #expect(plugin.damage == nil)
        #expect(plugin.version == package.manifest.version.description)
        #expect(try store.pluginFiles("tally") == package.files)
        let isFirst = package == packages[0]
        #expect(plugin.granted == Permissions(read: isFirst ? ["members"] : ["members", "sessions"]))
        // After a rollback the field stays as wide as the later version had it.
        #expect(fields.count == 1)
        #expect(isFirst || fields.first?.type == package.manifest.fields[0].field.type)
        #expect(try store.pluginEvents("tally").first { $0.action != .purge }?.version == plugin.version)
    }
}
