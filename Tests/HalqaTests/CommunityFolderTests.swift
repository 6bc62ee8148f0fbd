import Foundation
import Store
import Testing

/// `halqa export community` and `halqa import community`, as users call them, and when they are cut off.
@Suite(.serialized) struct CommunityFolderTests {
    private func difference(_ demo: DemoFolder, _ one: String, _ other: String) throws -> String {
        try Command(shell: "diff -r '\(one)' '\(other)'", in: demo.folder).text
    }

    @Test func `a community goes out and into a new one, and back as a change set that is taken back`() throws
    {
        let demo = try DemoFolder()
        let out = try demo.halqa("export", "community", "out")
        #expect(out.exitCode == 0 && out.errors.contains("24 action items"), "\(out.text)")
        let dry = try demo.halqa("--community", "new", "import", "community", "out", "--dry-run")
        #expect(dry.exitCode == 0 && dry.errors.contains("Nothing was written"), "\(dry.text)")
        let made = try demo.halqa("--community", "new", "import", "community", "out")
        #expect(made.exitCode == 0 && made.errors.contains("A community was made in 'new'"), "\(made.text)")
        #expect(try demo.halqa("--community", "new", "export", "community", "again").exitCode == 0)
        #expect(try difference(demo, "out", "again").isEmpty)

        #expect(try demo.halqa("edit", "organization", "jor", "active=false", "--yes").exitCode == 0)
        #expect(try demo.halqa("import", "community", "out").exitCode == 64)
        let back = try demo.halqa("import", "community", "out", "--yes")
        #expect(back.output == "~ organization jor\n  active: false → true\n", "\(back.text)")
        #expect(back.errors.contains("0 created, 1 changed, 0 deleted"), "\(back.errors)")
        let commit = try demo.store.snapshot().commit
        #expect(try demo.halqa("changes", "undo", "\(commit)", "--yes").exitCode == 0)
        #expect(try demo.halqa("export", "community", "undone").exitCode == 0)
        #expect(try !difference(demo, "out", "undone").isEmpty)
        // Whoever may not write organizations does not so either.
        let refused = try demo.halqa("import", "community", "again", "--yes", "--as", "focal-jor")
        #expect(refused.exitCode == 77, "\(refused.text)")
        #expect(
            try demo.halqa("--as", "focal-jor", "--community", "x", "import", "community", "out").exitCode
                == 77)
    }

    @Test(arguments: [
        (["export", "community", "community.db"], 73, "is there already"),
        (["export", "community", "none/out"], 73, "'none/out' cannot be made: No such file or directory"),
        (["import", "community", "none"], 66, "there is no folder 'none' that can be read"),
        (["import", "community", "."], 65, "has no community.json"),
        (["--as", "nobody", "export", "community", "out"], 66, "there is no member 'nobody'"),
    ])
    func `what cannot be is told in a sentence`(arguments: [String], exitCode: Int32, message: String) throws
    {
        let demo = try DemoFolder()
        let call = try demo.halqa(arguments)
        #expect(call.exitCode == exitCode && call.errors.contains(message), "\(call.exitCode) \(call.errors)")
        #expect(try demo.folder.names.allSatisfy { $0.hasPrefix("community.db") })
    }

    @Test func `a disk that is full leaves no half folder`() throws {
        let demo = try DemoFolder()
        let call = try Command(shell: "ulimit -f 8; halqa export community out", in: demo.folder)
        #expect(
            call.exitCode == 74 && call.errors.contains("cannot be written"),
            "\(call.exitCode) \(call.errors)")
        let names = try demo.folder.names
        #expect(names.allSatisfy { $0.hasPrefix("community.db") }, "\(names)")
    }

    @Test func `an export or an import that is killed is done or not, never half`() throws {
        let demo = try DemoFolder()
        #expect(try demo.halqa("export", "community", "whole").exitCode == 0)
        var generator = SystemRandomNumberGenerator()
        let (output, errors) = (try demo.folder.file("output", ""), try demo.folder.file("errors", ""))
        func cutOff(_ arguments: String..., after longest: Int) throws -> Int32 {
            let process = try ChildProcess(
                [Command.program] + arguments, environment: ["PATH": "/usr/bin:/bin"], output: output,
                errors: errors)
            let pause = Int.random(in: 0...longest, using: &generator)
            return process.wait(until: .now + .microseconds(pause))
        }
        let path = demo.path
        for number in 0..<20 {
            let out = "\(path)/out-\(number)"
            _ = try cutOff("--community", path, "export", "community", out, after: 150_000)
            if FileManager.default.fileExists(atPath: out) {
                #expect(try difference(demo, path + "/whole", out).isEmpty)
            }
            let new = "\(path)/new-\(number)"
            let code = try cutOff("--community", new, "import", "community", path + "/whole", after: 400_000)
            if FileManager.default.fileExists(atPath: new + "/community.db") {
                #expect(try Store(opening: new, for: .reading).snapshot().commit > 0)
                #expect(try demo.halqa("--community", new, "export", "community", new + "-out").exitCode == 0)
                #expect(try difference(demo, path + "/whole", new + "-out").isEmpty)
            } else {
                #expect(code != 0)
            }
        }
        // The next export removes what was left.
        #expect(try demo.halqa("export", "community", "last").exitCode == 0)
        #expect(try !demo.folder.names.contains { $0.hasSuffix(".part") })
    }
}
