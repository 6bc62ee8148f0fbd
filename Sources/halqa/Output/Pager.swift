import Foundation
import Processes

/// The program in which people read what is longer than their terminal: that of `$PAGER`, else `less`. It is started
/// with the first bytes, so that until then a Ctrl-C ends this program, and after them only bothers the pager.
final class Pager {
    private let command: String
    private var child: ChildProcess?
    private var pipe: Int32?

    /// nil when there is none, or `$PAGER` says that none is wanted: empty, or `cat`.
    init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
        command = environment["PAGER"] ?? "less"
        let program = command.split(separator: " ").first.map(String.init) ?? "cat"
        let isThere = program.contains("/") ? access(program, X_OK) == 0 : Program.path(of: program) != nil
        guard isThere, program != "cat" else { return nil }
    }

    /// - Throws: `BrokenPipe` when the reader has seen enough; `Failure` of what cannot be written.
    func write(_ bytes: [UInt8]) throws {
        if child == nil, pipe == nil { pipe = start() }
        try Stream(descriptor: pipe ?? STDOUT_FILENO, name: "standard output").write(bytes)
    }

    /// Tells the pager that nothing more comes, and waits until its reader leaves.
    func finish() {
        if let pipe { close(pipe) }
        pipe = nil
        _ = child?.end(by: .now + .seconds(1 << 30))
        child = nil
        signal(SIGINT, SIG_DFL)
    }

    /// - Returns: where its reader's text goes; nil when it does not start.
    private func start() -> Int32? {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        var environment = ProcessInfo.processInfo.environment
        // F: leave when all fits the terminal; R: colours; X: leave the text on the terminal. What is written is UTF-8
        // whatever the locale.
        for (name, value) in ["LESS": "FRX", "LESSCHARSET": "utf-8"] where environment[name] == nil {
            environment[name] = value
        }
        let program = Program(
            ["/bin/sh", "-c", command], environment: environment.map { "\($0.key)=\($0.value)" },
            descriptors: [ends[0], STDOUT_FILENO, STDERR_FILENO])
        do {
            child = try ChildProcess(program)
        } catch {
            close(ends[1])
            return nil
        }
        signal(SIGINT, SIG_IGN)
        return ends[1]
    }
}
