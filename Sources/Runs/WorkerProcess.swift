import Glibc
import SystemLinux

/// A worker as its host sees it: a child process with a pipe to it and one from it.
///
/// It has its own process group, an environment of one variable, and no descriptors but its two pipes and
/// `/dev/null` for standard error.
struct WorkerProcess: ~Copyable {
    let identifier: pid_t
    private let input: Int32
    private let output: Int32
    private var isReaped = false

    /// Starts `executable` with the arguments.
    init(executable: String, arguments: [String]) throws(WorkerError) {
        let toWorker = try Self.pipe()
        let fromWorker: (read: Int32, write: Int32)
        do {
            fromWorker = try Self.pipe()
        } catch {
            close(toWorker.read)
            close(toWorker.write)
            throw error
        }
        defer {
            close(toWorker.read)
            close(fromWorker.write)
        }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toWorker.read, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromWorker.write, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        system_close_from(&actions, 3)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        var child: pid_t = 0
        // One malloc arena: threads would otherwise each reserve 64 MB of address space.
        let code = Self.withArguments([executable] + arguments) { argv in
            Self.withArguments(["MALLOC_ARENA_MAX=1"]) { environment in
                posix_spawn(&child, executable, &actions, &attributes, argv, environment)
            }
        }
        guard code == 0 else {
            close(toWorker.write)
            close(fromWorker.read)
            throw WorkerError("cannot start a worker (\(executable)): \(String(cString: strerror(code)))")
        }
        identifier = child
        input = toWorker.write
        output = fromWorker.read
    }

    deinit {
        close(input)
        close(output)
        if !isReaped {
            _ = Glibc.kill(identifier, SIGKILL)
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        }
    }

    /// Sends all the bytes; false when the worker has gone.
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(input, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            sent += count
        }
        return true
    }

    enum Arrival {
        case bytes(Int)
        case end
        case timeout
    }

    /// Waits for bytes from the worker, at most until `deadline`, and reads them into the buffer.
    func receive(into buffer: UnsafeMutableRawBufferPointer, until deadline: ContinuousClock.Instant)
        -> Arrival
    {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            let milliseconds = max(
                0, left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000)
            var watched = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = poll(&watched, 1, Int32(clamping: milliseconds + (left > .zero ? 1 : 0)))
            if ready < 0, errno == EINTR { continue }
            if ready == 0 {
                if ContinuousClock.now < deadline { continue }
                return .timeout
            }
            let count = read(output, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            return count > 0 ? .bytes(count) : .end
        }
    }

    /// How a process ended.
    enum End: Equatable {
        case exited(Int32)
        case killed(Int32)
    }

    /// Ends the worker and all that is in its process group, whatever it does.
    func kill() {
        _ = Glibc.kill(-identifier, SIGKILL)
        _ = Glibc.kill(identifier, SIGKILL)
    }

    /// Waits for the worker's end, which is near: it has closed its pipe or been killed.
    mutating func wait() -> End {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        isReaped = true
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    }

    private static func pipe() throws(WorkerError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard system_pipe(&ends) == 0 else {
            throw WorkerError("cannot make a pipe: \(String(cString: strerror(errno)))")
        }
        return (ends[0], ends[1])
    }

    private static func withArguments<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}

/// A worker that could not be started.
public struct WorkerError: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
