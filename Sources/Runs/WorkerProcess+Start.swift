import Glibc
import SystemLinux

extension WorkerProcess {
    /// - Returns: the child, a descriptor that is readable once it has ended, and the pipe from it.
    static func start(
        _ command: [String], _ input: [UInt8]
    ) throws(WorkerError) -> (identifier: pid_t, process: Int32, output: Int32) {
        let request = try file(of: input)
        defer { close(request) }
        var pipe: [Int32] = [0, 0]
        guard system_pipe(&pipe) == 0 else { throw WorkerError("cannot make a pipe for a worker", errno) }
        let (output, writing) = (pipe[0], pipe[1])
        defer { close(writing) }
        do throws(WorkerError) {
            let identifier = try spawn(command, input: request, output: writing)
            let process = system_process_descriptor(identifier)
            guard process >= 0 else {
                let code = errno
                reap(identifier)
                throw WorkerError("cannot watch a worker", code)
            }
            return (identifier, process, output)
        } catch {
            close(output)
            throw error
        }
    }

    /// A file in memory, open at its start. Unlike a pipe it takes everything at once, whether or not the
    /// worker reads.
    private static func file(of bytes: [UInt8]) throws(WorkerError) -> Int32 {
        let file = system_memory_file("request")
        guard file >= 0 else { throw WorkerError("cannot make a file in memory for a worker", errno) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(file, $0.baseAddress?.advanced(by: sent), $0.count - sent, sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(file)
                throw WorkerError("cannot write a worker's request", code)
            }
            sent += count
        }
        return file
    }

    private static func spawn(
        _ command: [String], input: Int32, output: Int32
    ) throws(WorkerError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
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
        let code = withArguments(command) { arguments in
            // Swift's own handler of crashes would look at other threads and start a program.
            withArguments(["MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no"] + temporaryFolder) {
                environment in
                posix_spawn(&child, command[0], &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw WorkerError("cannot start a worker from '\(command[0])'", code) }
        return child
    }

    /// All that a worker has of its host's environment: where temporary files go.
    private static var temporaryFolder: [String] {
        getenv("TMPDIR").map { ["TMPDIR=" + String(cString: $0)] } ?? []
    }

    private static func withArguments<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
