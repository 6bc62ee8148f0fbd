import Foundation
import Testing

struct AuthoringTests {
    private static let names = ["--name.en", "Visits", "--name.fr", "Visites", "--name.ar", "زيارات"]

    @Test(arguments: [
        ["--report"], ["--reminder"], ["--transform"], ["--rule"],
        ["--report", "--reminder", "--transform", "--rule"],
    ])
    func `a new plugin passes lint and tests as it is`(kinds: [String]) throws {
        let folder = try TemporaryFolder()
        let made = try Command(["plugin", "new", "visits"] + kinds + Self.names, in: folder)
        #expect(made.exitCode == 0 && made.errors.contains("halqa plugin test visits"), "\(made.text)")
        let lint = try Command(["plugin", "lint", "visits", "--strict"], in: folder)
        #expect(lint.exitCode == 0 && lint.output.isEmpty, "\(lint.text)")
        let test = try Command(["plugin", "test", "visits"], in: folder)
        #expect(test.exitCode == 0 && test.output.hasSuffix(" passed, 0 failed\n"), "\(test.text)")
        let left = try Command(shell: "grep -rF '{{' visits", in: folder)
        #expect(left.exitCode == 1, "\(left.text)")
    }

    @Test(arguments: [
        "organizations", "members", "sessions", "agenda_items", "practices", "progress_reports", "attendance",
    ])
    func `a new report may be about any entity`(entities: String) throws {
        let folder = try TemporaryFolder()
        let made = try Command(["plugin", "new", "visits", "--reads", entities] + Self.names, in: folder)
        #expect(made.exitCode == 0, "\(made.errors)")
        let left = try Command(shell: "grep -rF '{{' visits", in: folder)
        #expect(left.exitCode == 1, "\(left.text)")
        #expect(
            try Command(["plugin", "lint", "visits", "--strict"], in: folder).text.contains("nothing to say"))
        #expect(try Command(["plugin", "test", "visits"], in: folder).output.contains("3 passed, 0 failed"))
    }

    @Test(arguments: [
        (["Follow-Up"], Int32(64), "'follow_up' could"), (["end"], 64, "'end_plugin' could"),
        (["7"], 64, "'my_plugin' could"),
        (["taken"], 73, "'taken' is there already; choose another name, such as 'taken_2'"),
        (["free", "--in", "nowhere"], 66, "there is no folder 'nowhere'"),
        (["free", "--reads", "membrs"], 64, "did you mean 'members'?"),
    ])
    func `a plugin that cannot be made is not begun`(
        arguments: [String], exitCode: Int32, message: String
    ) throws {
        let folder = try TemporaryFolder()
        try folder.file("taken", "")
        let call = try Command(["plugin", "new"] + arguments, in: folder)
        #expect(call.exitCode == exitCode && call.errors.contains(message), "\(call.text)")
        #expect(try folder.names == ["taken"])
    }

    @Test func `on a terminal an author is asked`() throws {
        let folder = try TemporaryFolder()
        let asked = try Command(
            shell: "printf 'report, rule\\nVisits\\nVisites\\n\\nwords\\nmembers\\n' "
                + "| script --quiet --return --command \"$program plugin new visits\" /dev/null",
            in: folder)
        #expect(asked.exitCode == 0 && asked.output.contains("'words' is not among these"), "\(asked.text)")
        let manifest = try folder.text("visits/plugin.toml")
        #expect(manifest.contains("name = { en = \"Visits\", fr = \"Visites\" }"), "\(manifest)")
        #expect(manifest.contains("read = [\"action_items\", \"members\"]"), "\(manifest)")
        let lint = try Command(["plugin", "lint", "visits"], in: folder)
        #expect(
            lint.exitCode == 0
                && lint.output == "visits/plugin.toml:4: warning: plugin.name is not there in ar\n",
            "\(lint.text)")
    }

    @Test func `a new plugin is packaged, installed and run, and runs from its folder as well`() throws {
        let demo = try DemoFolder()
        #expect(try demo.halqa(["plugin", "new", "visits"] + Self.names).exitCode == 0)
        let run = try demo.halqa("run", "visits/reports/overview.lua", "as_of=2024-06-30")
        #expect(run.exitCode == 0 && run.output.contains("As of 30 June 2024"), "\(run.text)")
        let package = try demo.halqa("plugin", "package", "visits")
        #expect(
            package.output.firstMatch(
                of: #/^visits-0\.1\.0\.tar\.gz: visits 0\.1\.0, 5 files, \d+ bytes, SHA-256 [0-9a-f]{64}\n$/#)
                != nil,
            "\(package.text)")
        let again = try demo.halqa("plugin", "package", "visits", "--output", "other.tar.gz")
        #expect(again.exitCode == 0)
        #expect(
            FileManager.default.contentsEqual(
                atPath: demo.path + "/other.tar.gz", andPath: demo.path + "/visits-0.1.0.tar.gz"))
        #expect(try demo.halqa("plugin", "install", "visits-0.1.0.tar.gz", "--yes").exitCode == 0)
        let installed = try demo.halqa("run", "visits/overview", "as_of=2024-06-30")
        #expect(installed.exitCode == 0 && installed.output == run.output, "\(installed.text)")
    }

    @Test func `what does not pass is not packaged, unless that is said`() throws {
        let folder = try TemporaryFolder()
        #expect(try Command(["plugin", "new", "visits"] + Self.names, in: folder).exitCode == 0)
        try folder.file("visits/tests/more.lua", "return tests { no = function(t) t:truthy(false) end }\n")
        let failing = try Command(["plugin", "package", "visits"], in: folder)
        #expect(failing.exitCode == 1 && failing.errors.contains("nothing was made: 3 passed, 1 failed"))
        try folder.file("visits/lib/more.lua", "return nothing\n")
        let wrong = try Command(["plugin", "package", "visits"], in: folder)
        #expect(
            wrong.exitCode == 78
                && wrong.errors.contains("visits/lib/more.lua:1: error: unknown name 'nothing'"))
        #expect(try folder.names == ["visits"])
        let unverified = try Command(["plugin", "package", "visits", "--no-verify"], in: folder)
        #expect(unverified.exitCode == 0, "\(unverified.text)")
        #expect(try folder.names == ["visits", "visits-0.1.0.tar.gz"])
    }
}
