import Glibc
import Processes
import SystemLinux

extension WorkerProcess {
    /// The child, which reads from `input` and writes to `output`.
    static func start(_ command: [String], input: Int32, output: Int32) throws(WorkerError) -> ChildProcess {
        do {
            return try ChildProcess(
                Program(
                    // One malloc arena: threads would otherwise each reserve 64 MB of address space. Swift's own
                    // handler of crashes would look at other threads and start a program.
                    command,
                    environment: ["MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no"] + temporaryFolder,
                    descriptors: [input, output, nil], leadsGroup: true))
        } catch {
            throw WorkerError("cannot start a worker from '\(command[0])'", error.code)
        }
    }

    static func socket() throws(WorkerError) -> (ours: Int32, theirs: Int32) {
        var ends: [Int32] = [0, 0]
        guard system_socket_pair(&ends) == 0 else {
            throw WorkerError("cannot make a socket for a worker", errno)
        }
        return (ends[0], ends[1])
    }

    static func pipe() throws(WorkerError) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [0, 0]
        guard system_pipe(&ends) == 0 else { throw WorkerError("cannot make a pipe for a worker", errno) }
        return (ends[0], ends[1])
    }

    /// A file in memory, open at its start. Unlike a pipe it takes everything at once, whether or not the
    /// worker reads.
    static func file(of bytes: [UInt8]) throws(WorkerError) -> Int32 {
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

    /// All that a worker has of its host's environment: where temporary files go.
    private static var temporaryFolder: [String] {
        getenv("TMPDIR").map { ["TMPDIR=" + String(cString: $0)] } ?? []
    }
}
