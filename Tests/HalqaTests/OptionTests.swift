import Foundation
import Testing

/// The options that every command takes, help, versions and completions.
struct OptionTests {
    @Test(arguments: [
        (
            ["--language", "fr", "list", "objectives", "--limit", "1"],
            ["list", "objectives", "--limit", "1", "--language", "fr"]
        ),
        (["--as", "focal-jor", "list", "sessions"], ["list", "--as", "focal-jor", "sessions"]),
        (["--now", "2024-06-30", "run", "script.lua"], ["run", "script.lua", "--now", "2024-06-30"]),
        (
            ["--community", ".", "show", "member", "focal-jor"],
            ["show", "member", "focal-jor", "--community=."]
        ),
        (["--as", "focal-jor", "runs", "list"], ["runs", "list", "--as", "focal-jor"]),
    ])
    func `an option of all commands may stand before and after`(before: [String], after: [String]) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return today end")
        let first = try demo.halqa(before)
        let second = try demo.halqa(after)
        #expect(first.exitCode == 0, "\(first.errors)")
        #expect(first.output == second.output && !first.output.isEmpty)
    }

    @Test(arguments: [
        ["changes", "show", "\u{1B}[31m"], ["--language", "\u{1B}]0;x\u{7}", "list", "members"],
        ["list", "members", "--\u{1B}[2J"], ["list", "members", "a\u{9B}2J"],
    ])
    func `words that would command a terminal are shown by what is said of them`(words: [String]) throws {
        let demo = try DemoFolder()
        let refused = try demo.halqa(words)
        #expect(refused.exitCode == 64)
        #expect(refused.errors.contains("␛") || refused.errors.contains("\u{FFFD}"), "\(refused.errors)")
        #expect(!refused.text.unicodeScalars.contains { "\u{1B}\u{7}\u{9B}".unicodeScalars.contains($0) })
    }

    @Test func `the community is that of the option, else of the environment, else of the current folder`()
        throws
    {
        let demo = try DemoFolder()
        let elsewhere = try TemporaryFolder()
        func list(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
            try Command(["list", "members"] + arguments, in: elsewhere, environment: environment)
        }
        #expect(
            try list().errors
                == "halqa: there is no community in '.'; make one with 'halqa init', or name its folder\n")
        #expect(try list().exitCode == 66)
        #expect(try list("--community", demo.path).exitCode == 0)
        #expect(try list(environment: ["HALQA_COMMUNITY": demo.path]).exitCode == 0)
        #expect(try list("--community", "none", environment: ["HALQA_COMMUNITY": demo.path]).exitCode == 66)
        #expect(try list("--community", "").exitCode == 64)
        #expect(
            try Command(["list", "members"], in: demo.folder, environment: ["HALQA_COMMUNITY": ""]).exitCode
                == 0)
    }

    @Test(arguments: [
        ("2024-06-30", "2024-06-30T00:00:00Z"), ("2024-06-30T14:00+03:00", "2024-06-30T11:00:00Z"),
    ])
    func `now is the time of the run`(now: String, instant: String) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return tostring(now) end")
        #expect(try demo.halqa("run", "script.lua", "--now", now).output == instant + "\n")
    }

    @Test(arguments: [
        (["--now", "yesterday", "list", "members"], 64, "'yesterday' is not a time; write --now 2024-06-30"),
        (["--now", "2024-02-30", "list", "members"], 64, "'2024-02-30' is not a time"),
        (["--language", "de", "list", "members"], 64, "'de' is invalid"),
        (["--as", "nobody", "list", "members"], 66, "there is no member 'nobody'"),
        (["--as", "", "list", "members"], 66, "there is no member ''"),
        (["--as", "operator", "list", "members"], 66, "there is no member 'operator'"),
        (["lst"], 64, "there is no command 'lst'; did you mean 'list'?"),
        (["minutes"], 64, "there is no command 'minutes'; there are init, run, list"),
        (["report.lua"], 64, "a report is run by 'halqa run report.lua'"),
        (["runs", "shw"], 64, "there is no command 'shw'; did you mean 'show'?"),
        (["--comunity", "x", "list"], 64, "Unknown option '--comunity'. Did you mean '--community'?"),
    ])
    func `a mistake is a sentence`(arguments: [String], code: Int32, message: String) throws {
        let call = try DemoFolder().halqa(arguments)
        #expect(call.exitCode == code)
        #expect(call.errors.hasPrefix("halqa: ") && call.errors.contains(message), "\(call.errors)")
    }

    private static let commands = [
        [], ["init"], ["run"], ["list"], ["show"], ["runs"], ["runs", "list"], ["runs", "show"],
        ["runs", "replay"], ["backup"], ["restore"], ["doctor"],
    ]

    @Test(arguments: commands)
    func `every command explains itself`(command: [String]) throws {
        let folder = try TemporaryFolder()
        let help = try Command(command + ["--help"], in: folder)
        #expect(help.exitCode == 0 && help.errors.isEmpty)
        #expect(help.output.hasPrefix("OVERVIEW: "))
        #expect(help.output.contains("USAGE: \((["halqa"] + command).joined(separator: " "))"))
        #expect(!help.output.contains("No help"))
        #expect(try Command(["help"] + command, in: folder).output == help.output)
    }

    @Test func `words that are no text are refused, as they would name other files`() throws {
        let folder = try TemporaryFolder()
        let call = try Command(shell: "halqa init $'x\\xff' --no-plugins", in: folder)
        #expect(call.exitCode == 64)
        #expect(call.errors.hasPrefix("halqa: argument 2 is not UTF-8"), "\(call.errors)")
        #expect(try folder.names.isEmpty)
    }

    @Test func `the program says its version`() throws {
        let version = try Command(["--version"], in: try TemporaryFolder())
        #expect(version.output.contains(/^\d+\.\d+\.\d+\n$/))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions are generated for every shell`(shell: String) throws {
        let folder = try TemporaryFolder()
        let script = try Command(["--generate-completion-script", shell], in: folder)
        #expect(script.exitCode == 0 && script.output.count > 1000)
        for name in Self.commands.compactMap(\.last) + ["action_items", "where", "community"] {
            let isThere = script.output.contains(name)
            #expect(isThere, "\(name)")
        }
        try folder.file("completions", script.output)
        if shell == "bash" { #expect(try Command(shell: "bash -n completions", in: folder).exitCode == 0) }
    }
}
