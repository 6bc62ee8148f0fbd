import Foundation
import Store
import Testing

/// A disk that fails at a single call which changes a file of the community: what is there afterwards is what was
/// there before, or what the command does, and nothing between.
///
/// `FaultyDisk.calls` chooses the calls; `HALQA_EVERY_FAULT=1 swift test --filter DiskFaultTests` tries each single one,
/// and takes a quarter of an hour.
struct DiskFaultTests {
    struct Work: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        /// What is called before, on a disk that does not fail.
        var before: [[String]] = []
        /// Whether it goes on when all is kept, and may fail then.
        var goesOn = false
        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let adding = ["add", "organization", "id=zed", "kind=state", "name=Zed", "--yes"]

    static let works = [
        Work(arguments: adding), Work(arguments: ["edit", "organization", "jor", "name=Urdunn", "--yes"]),
        Work(arguments: ["delete", "organization", "zed", "--yes"], before: [adding]),
        Work(arguments: ["changes", "undo", "2", "--yes"], before: [adding]),
        Work(arguments: ["erase", "focal-jor", "--yes"]),
        Work(arguments: ["plugin", "install", "tally-1.0.0", "--yes"]),
        Work(
            arguments: ["restore", "copy.db", "--yes"], before: [["backup", "copy.db"], adding], goesOn: true),
    ]

    enum Fault: String, CaseIterable { case error, full, kill }

    @Test(arguments: works, Fault.allCases)
    func `a disk that fails at any call leaves all or nothing, and a sentence`(work: Work, fault: Fault)
        throws
    {
        let community = try Community(work)
        let (before, after) = try community.states
        #expect(before != after)
        var ends = Set<Bool>()
        for call in try community.calls(failing: fault) {
            let outcome = try community.run(failing: fault, at: call)
            guard outcome.hasFailed else { continue }
            let place = Comment(
                rawValue:
                    "\(fault) at call \(call), exit code \(outcome.command.exitCode): \(outcome.command.errors)"
            )
            let (isBefore, isAfter) = (outcome.state == before, outcome.state == after)
            #expect(isBefore || isAfter, place)
            #expect(outcome.faults.isEmpty, place)
            ends.insert(isAfter)
            switch outcome.command.exitCode {
            case 0: #expect(isAfter, place)
            case 73, 74:
                #expect(outcome.command.errors.contains("halqa: "), place)
                #expect(isBefore || work.goesOn, place)
            case let code: #expect(fault == .kill && code == -SIGKILL, place)
            }
        }
        #expect(ends.contains(false), "not one call failed")
    }

    @Test(arguments: Fault.allCases)
    func `a community is made whole or not at all`(fault: Fault) throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/new"
        for call in try FaultyDisk.calls(fault.rawValue, beneath: path, of: ["init", path], in: folder) {
            try? FileManager.default.removeItem(atPath: path)
            let (command, hasFailed) = try FaultyDisk(fault.rawValue, at: call, beneath: path).run(
                ["init", path], in: folder)
            #expect(hasFailed)
            let isThere = FileManager.default.fileExists(atPath: path + "/community.db")
            #expect(isThere || command.exitCode != 0)
            if isThere { #expect(Store.check(path).allSatisfy { $0.severity != .fault }) }
            if command.exitCode == 0 || fault == .kill { continue }
            #expect(
                [73, 74].contains(command.exitCode) && command.errors.contains("halqa: "),
                "\(call): \(command.errors)")
        }
    }

    @Test(arguments: [Fault.error, .full])
    func `a report is shown although its receipt cannot be kept`(fault: Fault) throws {
        let demo = try DemoFolder()
        try demo.folder.file("script.lua", "return function() return 'Told' end")
        let first = try DemoFolder()
        let run = ["run", "script.lua", "--community"]
        let calls = try FaultyDisk.calls(
            fault.rawValue, beneath: first.path, of: run + [first.path], in: demo.folder)
        for call in calls {
            let copy = try DemoFolder()
            let (command, hasFailed) = try FaultyDisk(fault.rawValue, at: call, beneath: copy.path).run(
                run + [copy.path], in: demo.folder)
            #expect(hasFailed)
            #expect([0, 74].contains(command.exitCode), "\(call): \(command.errors)")
            #expect(command.exitCode == 74 || command.output == "Told\n", "\(call): \(command.text)")
            #expect(command.exitCode == 0 || command.errors.contains("halqa: "), "\(call): \(command.text)")
            #expect(Store.check(copy.path).allSatisfy { $0.severity != .fault })
        }
    }

    /// A community as it is before a command, copied for each try.
    private struct Community {
        let work: Work
        let demo: DemoFolder
        let folder: TemporaryFolder

        init(_ work: Work) throws {
            self.work = work
            demo = try DemoFolder()
            folder = try TemporaryFolder()
            for arguments in work.before {
                let command = try demo.halqa(["--now", "2025-02-01"] + arguments)
                try #require(command.exitCode == 0, "\(command.errors)")
            }
            if work.arguments.contains("tally-1.0.0") { _ = try PluginFiles(in: demo.folder) }
        }

        /// Without a fault: before and after.
        var states: (before: String, after: String) {
            get throws {
                let before = try state(of: demo.path)
                let outcome = try run(failing: .error, at: 0)
                try #require(outcome.command.exitCode == 0, "\(outcome.command.errors)")
                return (before, outcome.state)
            }
        }

        func calls(failing fault: Fault) throws -> [Int] {
            let path = try copy()
            return try FaultyDisk.calls(
                fault.rawValue, beneath: path, of: command(in: path), in: folder)
        }

        func run(failing fault: Fault, at call: Int) throws -> (
            command: Command, hasFailed: Bool, state: String, faults: [String]
        ) {
            let path = try copy()
            let (command, hasFailed) = try FaultyDisk(fault.rawValue, at: call, beneath: path).run(
                command(in: path), in: folder)
            let faults = Store.check(path).filter { $0.severity == .fault }.map { $0.text }
            return (command, hasFailed, try state(of: path), faults)
        }

        private func copy() throws -> String {
            let path = "\(folder.path)/community"
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.copyItem(atPath: demo.path, toPath: path)
            return path
        }

        /// Those files that it names are in the community's folder.
        private func command(in path: String) -> [String] {
            ["--community", path, "--now", "2025-02-02"]
                + work.arguments.map { ["tally-1.0.0", "copy.db"].contains($0) ? "\(path)/\($0)" : $0 }
        }

        /// All that is kept, but not when, nor in which order.
        private func state(of path: String) throws -> String {
            let dump = try Command(
                shell: """
                    set -o pipefail
                    sqlite3 '\(path)/community.db' .dump | sed -E 's/\\b1[0-9]{12}\\b/T/g' | LC_ALL=C sort
                    """, in: folder)
            try #require(dump.exitCode == 0, "\(dump.errors)")
            let marker = "INTO plugin_contributions"
            guard dump.output.contains(marker) else { return dump.output }
            // JSON whose keys come in any order.
            return dump.output.split(separator: "\n")
                .map { $0.contains(marker) ? String($0.sorted()) : String($0) }.joined(separator: "\n")
        }
    }
}
