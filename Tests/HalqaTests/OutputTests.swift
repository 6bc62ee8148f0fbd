import Foundation
import Store
import Testing

struct OutputTests {
    @Test(arguments: [("x.csv", "\u{FEFF}Metric,Value\n,1\n"), ("x.txt", "1\n"), ("x", "1\n")])
    func `the format follows the ending of the file`(name: String, text: String) throws {
        let demo = try DemoFolder()
        let run = try demo.run(returning: "1", "--output", name)
        #expect(run.exitCode == 0 && run.text.isEmpty, "\(run.text)")
        #expect(try demo.folder.text(name).replacing("\r\n", with: "\n") == text)
    }

    @Test(arguments: [
        ("folder", "'folder' is a folder; give the name of a file"),
        ("none/x.csv", "'none/x.csv' cannot be written: No such file or directory"),
        ("dangling.csv", "'dangling.csv' is a link to a file that is not there"),
    ])
    func `a file that cannot be made is named`(name: String, message: String) throws {
        let demo = try DemoFolder()
        try FileManager.default.createDirectory(
            atPath: demo.path + "/folder", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: demo.path + "/dangling.csv", withDestinationPath: "nowhere.csv")
        let run = try demo.run(returning: "1", "--output", name)
        #expect(run.exitCode == 73)
        #expect(run.errors == "halqa: \(message)\n" || run.errors.hasPrefix("halqa: \(message);"))
    }

    @Test(arguments: [("community.db", "database"), ("script.lua", "script"), ("link", "database")])
    func `a community and a script are not replaced by a document`(name: String, what: String) throws {
        let demo = try DemoFolder()
        try FileManager.default.createSymbolicLink(
            atPath: demo.path + "/link", withDestinationPath: "community.db")
        let run = try demo.run(returning: "1", "--format", "csv", "--output", name)
        #expect(run.exitCode == 73)
        #expect(run.errors == "halqa: '\(name)' is a \(what), which no document replaces\n")
        #expect(try demo.halqa("doctor").exitCode == 0)
        #expect(try demo.folder.text("script.lua").contains("return"))
    }

    @Test func `a failed run leaves the former file and nothing else`() throws {
        let demo = try DemoFolder()
        try demo.folder.file("x.csv", "before")
        let run = try demo.run(
            returning: "(function() local d = document {} d:metric('x', 1) error 'late' end)()",
            "--output", "x.csv")
        #expect(run.exitCode == 1)
        #expect(try demo.folder.text("x.csv") == "before")
        #expect(try demo.folder.names.filter { !$0.hasPrefix("community.db") } == ["script.lua", "x.csv"])
    }

    @Test(arguments: ["csv", "xlsx", "docx", "html"])
    func `a file that there is no room for leaves the former one and nothing else`(ending: String) throws {
        let demo = try DemoFolder()
        try demo.folder.file("x.\(ending)", "before")
        try demo.folder.file(
            "script.lua",
            "return function() local t = {} for i = 1, 9000 do t[i] = { n = i .. i * i } end return t end")
        // In kilobytes: what is aside may not grow so large. The community's log may, and the worker's limits are its own.
        let run = try Command(
            shell: "ulimit -f 40; halqa run script.lua --output x.\(ending)", in: demo.folder)
        #expect(run.exitCode == 74, "\(run.errors)")
        #expect(run.errors.contains("File too large"))
        #expect(try demo.folder.text("x.\(ending)") == "before")
        #expect(try demo.folder.names.filter { $0.contains("part") }.isEmpty)
    }

    /// A run that has begun its file, this very moment, and does not come to an end soon.
    private static let begun = """
        set -m
        "$program" run script.lua --time 60s --output x.csv & run=$!
        until test -e .halqa-$run.part; do :; done
        """

    private static let endless = "return function() while true do end end"

    @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
    func `an interrupted run leaves the former file and nothing else`(signal: String, code: Int32) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", Self.endless)
        try demo.folder.file("x.csv", "before")
        let run = try Command(
            shell: "\(Self.begun)\nkill -\(signal) $run; wait $run; exit $?", in: demo.folder)
        #expect(run.exitCode == code)
        #expect(try demo.folder.text("x.csv") == "before")
        #expect(try demo.folder.names.filter { $0.contains("part") }.isEmpty)
    }

    @Test func `what a killed run has left is removed by the next, and what another is writing is not`()
        throws
    {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", Self.endless)
        let run = try Command(
            shell: """
                \(Self.begun)
                kill -KILL $run; wait $run
                test -e .halqa-$run.part || exit 9
                touch .halqa-1.part .halqa-x.part notes.part
                halqa list members --output y.csv
                """, in: demo.folder)
        #expect(run.exitCode == 0)
        let parts = try demo.folder.names.filter { $0.contains("part") }
        #expect(parts == [".halqa-1.part", ".halqa-x.part", "notes.part"])
    }

    @Test func `a file keeps its permissions, and a link its target`() throws {
        let demo = try DemoFolder()
        let target = try demo.folder.file("target.csv", "before")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
        try FileManager.default.createSymbolicLink(
            atPath: demo.path + "/link.csv", withDestinationPath: "target.csv")
        #expect(try demo.run(returning: "1", "--output", "link.csv").exitCode == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try demo.folder.text("target.csv").hasSuffix(",1\r\n"))
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: demo.path + "/link.csv") == "target.csv"
        )
    }

    @Test func `devices and pipes are written, not replaced`() throws {
        let demo = try DemoFolder()
        // A link to a device, lest a mistake here replace the machine's own.
        try FileManager.default.createSymbolicLink(
            atPath: demo.path + "/stream", withDestinationPath: "/proc/self/fd/1")
        #expect(try demo.run(returning: "1", "--output", "stream").output == "1\n")
        let piped = try Command(
            shell: "mkfifo pipe; cat pipe & halqa run script.lua --output pipe; wait; test -p pipe",
            in: demo.folder)
        #expect(piped.exitCode == 0)
        #expect(piped.output == "1\n")
    }

    @Test(arguments: ["list members", "run script.lua", "doctor", "runs list"])
    func `a full disk is told of`(line: String) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return 1 end")
        let run = try Command(shell: "halqa \(line) > /dev/full", in: demo.folder)
        #expect(run.exitCode == 74)
        #expect(run.errors == "halqa: standard output cannot be written: No space left on device\n")
    }

    @Test(arguments: ["list members", "run script.lua"])
    func `a closed standard output is told of, and no other file is written instead`(line: String) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return 1 end")
        let run = try Command(shell: "halqa \(line) >&-", in: demo.folder)
        #expect(run.exitCode == 74)
        #expect(run.errors == "halqa: standard output cannot be written: Bad file descriptor\n")
        #expect(try demo.halqa("doctor").exitCode == 0)
    }

    @Test(arguments: ["2>&-", "2>/dev/full", "<&- 2>&-"])
    func `standard error may be of no use`(redirection: String) throws {
        let demo = try DemoFolder()
        #expect(try Command(shell: "halqa list membrs \(redirection)", in: demo.folder).exitCode == 64)
        #expect(try Command(shell: "halqa list members \(redirection)", in: demo.folder).output.count > 500)
    }

    @Test func `a reader that has seen enough is no failure`() throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "script.lua",
            "return function() local t = {} for i = 1, 50000 do t[i] = { n = i } end return t end")
        let run = try Command(
            shell: "halqa run script.lua --format csv | head -2; echo ${PIPESTATUS[0]}", in: demo.folder)
        #expect(run.output == "\u{FEFF}n\r\n1\r\n0\n")
        #expect(run.errors.isEmpty)
        #expect(try demo.store.runs(limit: 1).first?.outcome == "unwritten")
        let replay = try demo.halqa("runs", "replay", try demo.latestRun)
        #expect(replay.exitCode == 65 && replay.errors.contains("there is none to compare with"))
    }

    /// A folder of programs, each a line for the shell, as the only one on the path.
    private static func path(_ demo: DemoFolder, _ programs: [String: String]) throws -> [String: String] {
        // Another process writes them: what this one has open may not be run while a test starts a program.
        for (name, line) in ["true": "true"].merging(programs, uniquingKeysWith: { $1 }) {
            let made = try Command(
                shell:
                    "mkdir -p programs; { echo '#!/bin/sh'; cat <<'END'\n\(line)\nEND\n} > programs/\(name); "
                    + "chmod +x programs/\(name)", in: demo.folder)
            #expect(made.exitCode == 0, "\(made.errors)")
        }
        return ["PATH": demo.path + "/programs"]
    }

    @Test func `a Word document comes from pandoc`() throws {
        let demo = try DemoFolder()
        let run = try demo.run(returning: "community.sessions", "--output", "x.docx")
        #expect(run.exitCode == 0 && run.text.isEmpty, "\(run.text)")
        #expect(
            try Command(shell: "unzip -p x.docx word/document.xml", in: demo.folder).output.contains(
                "<w:tblHeader"))
        #expect(
            try Command(shell: "halqa list members --format docx | head -c 2", in: demo.folder).output == "PK"
        )
    }

    @Test func `without pandoc a Word document is refused before anything runs`() throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return 1 end")
        let run = try Command(
            ["run", "script.lua", "--output", "x.docx"], in: demo.folder,
            environment: try Self.path(demo, [:]))
        #expect(run.exitCode == 78)
        #expect(
            run.errors
                == "halqa: docx needs pandoc, which is not installed: apt-get install pandoc; or choose html "
                + "or xlsx\n")
        #expect(try demo.store.runs(limit: 1).isEmpty)
    }

    @Test(arguments: [
        ("echo 'out of luck' >&2; exit 3", "out of luck"), ("exit 3", "it ended with code 3"),
        (
            "kill -SEGV $$",
            "it was ended by SIGSEGV, most likely because the document needs more than 1024 MB or 120 s"
        ),
    ])
    func `a pandoc that fails leaves no file`(script: String, reason: String) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return 1 end")
        let run = try Command(
            ["run", "script.lua", "--output", "x.docx"], in: demo.folder,
            environment: try Self.path(demo, ["pandoc": script]))
        #expect(run.exitCode == 74)
        #expect(
            run.errors == "halqa: pandoc, which puts docx together, failed: \(reason); choose html or xlsx\n")
        #expect(try demo.folder.names.filter { $0.contains("x.docx") || $0.contains("part") }.isEmpty)
    }

    @Test func `charts in a Word document need a second program`() throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "script.lua",
            "return function() local d = document {} d:chart { kind = 'bar', rows = { { label = 'a', value = 1 } } } return d end"
        )
        let run = try Command(
            ["run", "script.lua", "--output", "x.docx"], in: demo.folder,
            environment: try Self.path(demo, ["pandoc": "cat"]))
        #expect(run.exitCode == 78)
        #expect(
            run.errors.contains(
                "docx needs rsvg-convert, which is not installed: apt-get install librsvg2-bin"))
    }
}
