import Foundation
import Testing

/// Many at a time, and ends that nobody planned.
struct ProcessTests {
    @Test func `twenty runs at a time give what one gives`() throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "script.lua", "return function(community) return community.members:group(\"role\"):count() end")
        let one = try demo.halqa("run", "script.lua")
        let many = try Command(
            shell: """
                for i in $(seq 20); do halqa run script.lua > out.$i 2> err.$i & done; wait
                cat out.* | sort | uniq -c | awk '{ print $1 }' | sort -u; cat err.*
                """, in: demo.folder)
        #expect(many.output == "20\n", "\(many.text)")
        #expect(try demo.folder.text("out.20") == one.output)
        let runs = try demo.halqa("runs", "list", "--format", "csv").output
        #expect(runs.split(whereSeparator: \.isNewline).count == 22)
        #expect(try demo.halqa("doctor").exitCode == 0)
    }

    @Test(arguments: [
        ("while true do end", "KILL", 137), ("while true do end", "TERM", 143),
        ("while true do end", "INT", 130),
        (#"(("a"):rep(40)):find(("a-"):rep(30) .. "b")"#, "KILL", 137),
    ])
    func `a run that is ended leaves neither a worker nor a broken community`(
        loop: String, signal: String, code: Int32
    ) throws {
        let demo = try DemoFolder()
        // The script says when it runs, so that nothing has to be waited for by the clock.
        try demo.folder.file("script.lua", "return function() print 'on'; \(loop) end")
        let run = try Command(
            shell: """
                set -m
                mkfifo pipe
                "$program" run script.lua --output x.csv 2> pipe &
                exec 3< pipe
                head -1 <&3
                worker=$(cat /proc/$!/task/*/children)
                test -n "$worker" || exit
                kill -\(signal) $!
                wait $! 2>/dev/null
                echo $?
                cat <&3 > rest
                while test -d /proc/$worker && ! grep -q 'State:.Z' /proc/$worker/status; do :; done
                echo gone
                """, in: demo.folder, cap: 30)
        #expect(run.output == "on\n\(code)\ngone\n", "\(run.text)")
        let names = try demo.folder.names
        #expect(!names.contains("x.csv"))
        // Of a sudden death nothing can be tidied up.
        if signal != "KILL" { #expect(!names.contains { $0.hasSuffix(".part") }, "\(names)") }
        #expect(try demo.halqa("doctor").exitCode == 0)
        #expect(try demo.run(returning: "1").output == "1\n")
    }

    /// The host waits for its script, which nobody writes into the pipe; its worker is there by then.
    @Test func `a host that is killed before it asks for anything leaves no worker`() throws {
        let demo = try DemoFolder()
        let run = try Command(
            shell: """
                set -m
                mkfifo script.lua
                "$program" run script.lua &
                while worker=$(cat /proc/$!/task/*/children); test -z "$worker"; do :; done
                kill -KILL $!
                wait $! 2>/dev/null
                echo $?
                while test -d /proc/$worker && ! grep -q 'State:.Z' /proc/$worker/status; do :; done
                echo gone
                """, in: demo.folder, cap: 30)
        #expect(run.output == "137\ngone\n", "\(run.text)")
    }

    /// Their workers are told by an environment that no other has.
    @Test(arguments: [
        ["run"], ["run", "--help"], ["run", "--nothing"], ["run", "nothere.lua"], ["list", "run"],
        ["--community", "/nowhere", "run", "script.lua"], ["run", "script.lua", "--format", "nothing"],
        ["--as", "nobody", "run", "script.lua"], ["runs", "replay", "run-0"], ["export", "nothing"],
        ["import", "script.lua"], ["plugin", "test", "nowhere"], ["run", "script.lua", "--output", "/"],
    ])
    func `a command that fails early leaves no worker`(arguments: [String]) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return 1 end")
        let temporary = try TemporaryFolder()
        let variable = "TMPDIR=" + temporary.path
        let command = try Command(arguments, in: demo.folder, environment: ["TMPDIR": temporary.path])
        #expect(command.exitCode != 0 || arguments.contains("--help"))
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") where Int(name) != nil {
            // Other processes come and go, or belong to others.
            let environment = FileManager.default.contents(atPath: "/proc/\(name)/environ") ?? Data()
            #expect(!String(decoding: environment, as: UTF8.self).contains(variable), "process \(name)")
        }
        #expect(try temporary.names == [])
    }
}
