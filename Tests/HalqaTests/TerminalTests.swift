import Foundation
import Store
import Testing

/// What people see who sit before a terminal: `script` (of util-linux) makes one for the program.
struct TerminalTests {
    /// A line for the shell in a terminal; what the terminal showed and how the line ended.
    private static func terminal(
        _ line: String, in demo: DemoFolder, environment: [String: String] = [:]
    ) throws -> (shown: String, exitCode: Int32) {
        try demo.folder.file(
            "line.sh", "stty cols 80 rows 24\nhalqa() { command '\(Command.program)' \"$@\"; }\n\(line)\n")
        let run = try Command(
            shell: "script -qec 'bash line.sh' /dev/null", in: demo.folder,
            environment: ["TERM": "xterm"].merging(environment) { $1 })
        return (run.output.replacing("\r\n", with: "\n"), run.exitCode)
    }

    private static let longReport =
        "return function() local t = {} for i = 1, 30000 do t[i] = { n = i } end return t end"

    @Test func `output on a terminal goes through the pager`() throws {
        let demo = try DemoFolder()
        let seen = try Self.terminal(
            "halqa list members --limit 2 --columns id", in: demo, environment: ["PAGER": "sed 's/^/P:/'"])
        #expect(seen.exitCode == 0)
        let lines = seen.shown.split(separator: "\n")
        #expect(lines.count == 8 && lines.allSatisfy { $0.hasPrefix("P:") }, "\(seen.shown)")
    }

    @Test(arguments: [
        ("halqa list members", "cat"), ("halqa list members", ""), ("halqa list members", "no-such-program"),
        ("halqa list members", "/no/such/program -x"), ("halqa list members --no-pager", "tee paged"),
        ("halqa list members | cat", "tee paged"), ("halqa list members </dev/null", "tee paged"),
        ("halqa list members --output x.txt; cat x.txt", "tee paged"),
    ])
    func `there is no pager where none is wanted, or can be had`(line: String, pager: String) throws {
        let demo = try DemoFolder()
        let seen = try Self.terminal(line, in: demo, environment: ["PAGER": pager])
        #expect(seen.exitCode == 0)
        #expect(seen.shown.contains("focal-jor"), "\(seen.shown)")
        #expect(try !demo.folder.names.contains("paged"))
    }

    @Test func `without a wish for another the pager is less, which leaves when all fits`() throws {
        let demo = try DemoFolder()
        let line = """
            mkdir programs; printf '#!/bin/sh\\necho "$LESS $LESSCHARSET"; cat\\n' >programs/less; chmod +x programs/less
            PATH=$PWD/programs:$PATH; halqa list members --limit 1; LESS=S halqa list members --limit 1
            """
        let seen = try Self.terminal(line, in: demo)
        #expect(seen.shown.contains("FRX utf-8\n") && seen.shown.contains("S utf-8\n"), "\(seen.shown)")
    }

    @Test(arguments: ["head -n 2", "false", "sh -c 'exec 0<&-; sleep 0.1'"])
    func `a reader who leaves early, or a pager that fails, ends the run without an error`(pager: String)
        throws
    {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", Self.longReport)
        let seen = try Self.terminal("halqa run script.lua", in: demo, environment: ["PAGER": pager])
        #expect(seen.exitCode == 0 && !seen.shown.contains("halqa:"), "\(seen.shown)")
        #expect(try demo.store.runs(limit: 1).first?.outcome == "unwritten")
    }

    @Test func `an error comes after what the pager showed, and the exit code is the program's`() throws {
        let demo = try DemoFolder()
        try demo.folder.file(
            "script.lua",
            """
            return function()
              local rows = {}
              for i = 1, 30000 do rows[i] = { n = i } end
              local function number(row) return row.n < 30000 and row.n or error "late" end
              return document {}:table { rows = rows, columns = { { number, title = "n" } } }
            end
            """)
        let seen = try Self.terminal(
            "halqa run script.lua", in: demo, environment: ["PAGER": "sleep 0.2; tail -n 1; echo left"])
        #expect(seen.exitCode == 1)
        let left = try #require(seen.shown.range(of: "left"))
        #expect(seen.shown[left.upperBound...].contains("script.lua:4: late"), "\(seen.shown)")
    }

    /// Has the script take some seconds before its rows come, however fast the machine and the program are.
    private static func slowReport(in demo: DemoFolder) throws {
        func write(_ rounds: Int) throws {
            try demo.folder.file(
                "script.lua",
                """
                return function()
                  local t, s = {}, 0
                  for i = 1, 3000 do t[i] = { n = i } end
                  for _ = 1, \(rounds) do
                    for i = 1, 20000000 do s = s + i end
                  end
                  return t
                end
                """)
        }
        try write(1)
        let once = try demo.halqa("run", "script.lua", "--output", "once.csv")
        #expect(once.exitCode == 0)
        try write(1 + Int(4 / once.seconds))
    }

    private static let commanding = #"\27[31m\27]0;x\7\u{9B}2J\u{202E}é"#

    @Test(arguments: [
        ("run report.lua --format csv", #"return function() return { { a = "%" } } end"#),
        ("run report.lua --format csv --no-pager", #"return function() return { { a = "%" } } end"#),
        ("run report.lua --format html", #"return function() return document {}:text("%") end"#),
        (
            "export report.lua",
            #"return transform { output = { format = "text" }, run = function() return "%" end }"#
        ),
    ])
    func `a terminal shows what would command it, and a file has it as it is`(line: String, script: String)
        throws
    {
        let demo = try DemoFolder()
        try demo.folder.file("report.lua", script.replacing("%", with: Self.commanding))
        let seen = try Self.terminal("halqa \(line)", in: demo, environment: ["PAGER": "sed -n p"])
        #expect(seen.exitCode == 0)
        #expect(seen.shown.contains("␛[31m␛]0;x␇\u{FFFD}2J"), "\(seen.shown)")
        let commands = "\u{1B}\u{7}\u{9B}\u{202E}".unicodeScalars
        #expect(!seen.shown.unicodeScalars.contains { commands.contains($0) })
        guard !line.contains("html") else { return }
        let file = try Command(shell: "halqa \(line)", in: demo.folder)
        #expect(file.output.contains("\u{1B}[31m\u{1B}]0;x\u{7}\u{9B}2J\u{202E}é"), "\(file.output)")
    }

    @Test func `progress stands on the terminal while a file is written, and is gone afterwards`() throws {
        let demo = try DemoFolder()
        try Self.slowReport(in: demo)
        let seen = try Self.terminal(
            "halqa run script.lua --time 60s --output x.csv; echo end", in: demo)
        #expect(seen.exitCode == 0)
        #expect(seen.shown.contains(#/[0-9,]+ rows · [0-9,]+ a second · 0:0[1-9]/#), "\(seen.shown)")
        #expect(seen.shown.hasSuffix("\u{1B}[Kend\n"))
    }

    @Test(arguments: ["2>errors", "--quiet", "TERM=dumb"])
    func `there is no progress where none is wanted`(how: String) throws {
        let demo = try DemoFolder()
        try Self.slowReport(in: demo)
        let (before, after) = how.hasPrefix("TERM") ? (how, "") : ("", how)
        let seen = try Self.terminal(
            "export \(before); halqa run script.lua --time 60s --output x.csv \(after); echo end", in: demo)
        #expect(seen.shown.hasSuffix("end\n") && !seen.shown.contains("rows"), "\(seen.shown)")
    }
}
