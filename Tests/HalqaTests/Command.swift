import Foundation
import Testing

/// One call of the built program, as a shell makes it, and what came of it.
struct Command {
    let exitCode: Int32
    let output: String
    let errors: String
    /// Wall seconds.
    let seconds: Double

    /// Both streams.
    var text: String { output + errors }

    /// - Parameters:
    ///   - folder: the working folder; the program's default for the community.
    ///   - environment: all that the program gets beside `PATH`.
    ///   - cap: seconds after which it is killed, which fails the test.
    init(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
        cap: Double = 60
    ) throws {
        try self.init(
            program: Self.program, arguments, in: folder.path, environment: environment, cap: cap)
    }

    /// A line for the shell, in which `halqa` is the built program.
    init(
        shell line: String, in folder: TemporaryFolder, environment: [String: String] = [:], cap: Double = 60
    ) throws {
        try self.init(
            program: "/bin/bash",
            ["-c", "halqa() { command '\(Self.program)' \"$@\"; }\nprogram='\(Self.program)'\n\(line)"],
            in: folder.path, environment: environment, cap: cap)
    }

    private init(
        program: String, _ arguments: [String], in folder: String, environment: [String: String], cap: Double
    ) throws {
        // Files, because a pipe that nobody empties would stop the program.
        let streams = try TemporaryFolder()
        let (output, errors) = (try streams.file("output", ""), try streams.file("errors", ""))
        let began = ContinuousClock.now
        // A shell in the background, which may have begun the tests, has its children ignore an interrupt.
        let process = try ChildProcess(
            ["/usr/bin/env", "--default-signal", "-C", folder, program] + arguments,
            environment: environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given },
            output: output, errors: errors)
        exitCode = process.wait(until: began + .seconds(cap))
        if process.wasKilled {
            Issue.record("'\(arguments.joined(separator: " "))' did not end within \(cap) seconds")
        }
        seconds = (ContinuousClock.now - began) / .seconds(1)
        self.output = String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
        self.errors = String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self)
    }

    /// The program: that of the environment's `HALQA_PROGRAM`, or the one that was built with the tests.
    static let program =
        ProcessInfo.processInfo.environment["HALQA_PROGRAM"] ?? products.appending(path: "halqa").path

    /// Where the build puts what belongs to the tests, beside their bundle.
    static let products = Bundle.module.bundleURL.deletingLastPathComponent()
}
