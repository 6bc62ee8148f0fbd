import Glibc
import SystemLinux

/// A worker as its host sees it: a child process, a file in memory that it is to read, and a pipe from it.
///
/// It has its own process group, an environment of one variable, and no descriptors but the file as standard
/// input, the pipe as standard output and `/dev/null` for standard error. When this value goes, so does the
/// whole group.
struct WorkerProcess: ~Copyable {
    let identifier: pid_t
    private let output: Int32
    /// Readable once the process has ended.
    private let process: Int32
    private var hasEnded = false
    private var isReaped = false

    /// How long after the end of the process bytes are waited for that are still on their way: milliseconds.
    private static let linger: Int32 = 100

    /// Starts `executable` with the arguments and `input` to read.
    init(executable: String, arguments: [String], input: [UInt8]) throws(WorkerError) {
        (identifier, process, output) = try Self.start([executable] + arguments, input)
    }

    deinit {
        if !isReaped { Self.reap(identifier) }
        close(output)
        close(process)
    }

    enum Arrival: Equatable {
        case bytes(Int)
        /// Nothing comes any more.
        case end
        case timeout
    }

    /// Waits for bytes from the worker, at most until `deadline`, and reads them into the buffer.
    mutating func receive(
        into buffer: UnsafeMutableRawBufferPointer, until deadline: ContinuousClock.Instant
    ) -> Arrival {
        while true {
            let left = Self.milliseconds(until: deadline)
            guard left > 0 else { return .timeout }
            var watched = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
            if !hasEnded { watched.append(pollfd(fd: process, events: Int16(POLLIN), revents: 0)) }
            let ready = poll(&watched, nfds_t(watched.count), hasEnded ? min(left, Self.linger) : left)
            if ready < 0, errno == EINTR { continue }
            if ready <= 0 { return hasEnded ? .end : .timeout }
            guard watched[0].revents != 0 else {
                // Its children may hold the pipe open, but have nothing to say.
                hasEnded = true
                Self.killGroup(identifier)
                continue
            }
            let count = read(output, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            return count > 0 ? .bytes(count) : .end
        }
    }

    /// Gives the process until `deadline` to end by itself, and ends all that is left of its group.
    ///
    /// - Returns: how it ended; nil when it had to be killed.
    mutating func end(by deadline: ContinuousClock.Instant) -> WorkerEnd? {
        var watched = pollfd(fd: process, events: Int16(POLLIN), revents: 0)
        var ready: Int32 = 0
        repeat {
            ready = poll(&watched, 1, Self.milliseconds(until: deadline))
        } while ready < 0 && errno == EINTR
        let status = Self.reap(identifier)
        isReaped = true
        return ready > 0 ? WorkerEnd(status: status) : nil
    }

    /// A process that has not been waited for keeps its number, so that no stranger's is killed.
    private static func killGroup(_ identifier: pid_t) {
        _ = kill(-identifier, SIGKILL)
    }

    /// Ends the process and its group, and waits for it.
    ///
    /// - Returns: the status of `waitpid`.
    @discardableResult
    static func reap(_ identifier: pid_t) -> Int32 {
        killGroup(identifier)
        // It may have left its group for one of its own.
        _ = kill(identifier, SIGKILL)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// Rounded up, so that waiting does not end before its time.
    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let left = ContinuousClock.now.duration(to: deadline)
        return left > .zero ? Int32(clamping: left.milliseconds + 1) : 0
    }
}
