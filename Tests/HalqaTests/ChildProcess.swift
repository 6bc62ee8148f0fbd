import Foundation
import Testing

/// A program that runs beside the tests, with nothing on its standard input.
///
/// Foundation's `Process` crashes now and then when several threads start one at a time.
final class ChildProcess {
    let identifier: pid_t
    private(set) var wasKilled = false

    /// - Parameters:
    ///   - output: the file that takes its standard output; `errors` the other one.
    init(_ arguments: [String], environment: [String: String], output: String, errors: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY, 0)
        let words = arguments.map { strdup($0) }
        let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
        defer { for text in words + variables { free(text) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, arguments[0], &actions, nil, words + [nil], variables + [nil])
        try #require(code == 0, "'\(arguments[0])' does not start: \(String(cString: strerror(code)))")
        identifier = child
    }

    /// The exit code, or the negative number of the signal that ended it. Past the deadline that is SIGKILL.
    func wait(until deadline: ContinuousClock.Instant) -> Int32 {
        var status: Int32 = 0
        while waitpid(identifier, &status, WNOHANG) == 0 {
            if !wasKilled, ContinuousClock.now > deadline {
                wasKilled = true
                kill(identifier, SIGKILL)
            }
            usleep(1000)
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}
