import Foundation
import Store
import Testing

/// A disk that fails at each single call which changes a file of the community: what is there afterwards is what was
/// there before, or what the command does, and nothing between.
struct DiskFaultTests {
    struct Work: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        /// What is called before, on a disk that does not fail.
        var before: [[String]] = []
        var faults = Fault.allCases
        /// Whether it goes on when all is kept, and may fail then.
        var goesOn = false
        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let adding = ["add", "organization", "id=zed", "kind=state", "name=Zed", "--yes"]

    static let works = [
        Work(arguments: adding),
        Work(arguments: ["changes", "undo", "2", "--yes"], before: [adding], faults: [.error]),
        Work(arguments: ["erase", "focal-jor", "--yes"], faults: [.full]),
        Work(arguments: ["plugin", "install", "tally-1.0.0", "--yes"], faults: [.error, .full]),
        Work(
            arguments: ["restore", "copy.db"], before: [["backup", "copy.db"], adding],
            faults: [.error, .kill],
            goesOn: true),
    ]

    static let cases = works.flatMap { work in work.faults.map { (work, $0) } }

    enum Fault: String, CaseIterable { case error, full, kill }

    @Test(arguments: cases)
    func `a disk that fails at any call leaves all or nothing, and a sentence`(work: Work, fault: Fault)
        throws
    {
        let community = try Community(work)
        let (before, after) = try community.states
        #expect(before != after)
        var ends = Set<Bool>()
        for call in 1... {
            let outcome = try community.run(failing: fault, at: call)
            guard outcome.hasFailed else { break }
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
        for call in 1... {
            let path = "\(folder.path)/new"
            try? FileManager.default.removeItem(atPath: path)
            let (command, hasFailed) = try FaultyDisk(fault.rawValue, at: call, beneath: path).run(
                ["init", path], in: folder)
            guard hasFailed else { break }
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
        for call in 1... {
            let copy = try DemoFolder()
            let (command, hasFailed) = try FaultyDisk(fault.rawValue, at: call, beneath: copy.path).run(
                ["--community", copy.path, "run", "script.lua"], in: demo.folder)
            guard hasFailed else { break }
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

        func run(failing fault: Fault, at call: Int) throws -> (
            command: Command, hasFailed: Bool, state: String, faults: [String]
        ) {
            let path = "\(folder.path)/community"
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.copyItem(atPath: demo.path, toPath: path)
            let (command, hasFailed) = try FaultyDisk(fault.rawValue, at: call, beneath: path).run(
                ["--community", path, "--now", "2025-02-02"] + arguments(in: path), in: folder)
            let faults = Store.check(path).filter { $0.severity == .fault }.map { $0.text }
            return (command, hasFailed, try state(of: path), faults)
        }

        /// Those files that it names are in the community's folder.
        private func arguments(in path: String) -> [String] {
            work.arguments.map { ["tally-1.0.0", "copy.db"].contains($0) ? "\(path)/\($0)" : $0 }
        }

        /// All that is kept, but not when, nor in which order.
        private func state(of path: String) throws -> String {
            let dump = try Command(
                shell: "sqlite3 '\(path)/community.db' .dump", in: folder)
            try #require(dump.exitCode == 0, "\(dump.errors)")
            return dump.output.split(separator: "\n").map { line in
                // JSON whose keys come in any order.
                line.contains("INTO plugin_contributions")
                    ? String(line.sorted())
                    : String(line).replacing(#/\b1[0-9]{12}\b/#, with: "T")
            }.sorted().joined(separator: "\n")
        }
    }
}
