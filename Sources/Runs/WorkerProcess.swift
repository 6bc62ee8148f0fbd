import Glibc
import Processes
import SystemLinux

/// A worker as its host sees it: a child process that is given a file in memory to read, and a pipe from it.
///
/// It has its own process group, an environment of one variable, and no descriptors but a socket as standard input,
/// the pipe as standard output and `/dev/null` for standard error. By the socket it gets its request's file, which it
/// puts in the socket's place, and, where it is to read one, another file. When this value goes, so does the whole
/// group; when its host is gone before there is a request, the socket's end tells it.
struct WorkerProcess: ~Copyable {
    private var child: ChildProcess
    private let requests: Int32
    private let output: Int32
    private var hasEnded = false

    /// How long after the end of the process bytes are waited for that are still on their way: milliseconds.
    private static let linger: Int32 = 100

    /// Starts the program with its arguments. It waits for what it is given.
    init(_ command: [String]) throws(WorkerError) {
        let requests = try Self.socket()
        defer { close(requests.theirs) }
        do throws(WorkerError) {
            let pipe = try Self.pipe()
            defer { close(pipe.writing) }
            do throws(WorkerError) {
                child = try Self.start(command, input: requests.theirs, output: pipe.writing)
            } catch {
                close(pipe.reading)
                throw error
            }
            output = pipe.reading
        } catch {
            close(requests.ours)
            throw error
        }
        self.requests = requests.ours
    }

    deinit {
        close(requests)
        close(output)
    }

    var identifier: pid_t { child.identifier }

    /// Gives the worker its one request. Whether it reads it is not waited for.
    ///
    /// - Parameter input: an open file that it gets as `Worker.input`.
    borrowing func give(_ request: [UInt8], input: Int32? = nil) throws(WorkerError) {
        let request = try Self.file(of: request)
        defer { close(request) }
        let files = [request] + (input.map { [$0] } ?? [])
        // Of a worker that has ended already, its pipe tells.
        guard system_send_descriptors(requests, files, files.count) < 0, errno != EPIPE, errno != ECONNRESET
        else { return }
        throw WorkerError("cannot give a worker its request", errno)
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
            let left = ChildProcess.milliseconds(until: deadline)
            guard left > 0 else { return .timeout }
            var watched = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
            if !hasEnded { watched.append(pollfd(fd: child.ending, events: Int16(POLLIN), revents: 0)) }
            let ready = poll(&watched, nfds_t(watched.count), hasEnded ? min(left, Self.linger) : left)
            if ready < 0, errno == EINTR { continue }
            if ready <= 0 { return hasEnded ? .end : .timeout }
            guard watched[0].revents != 0 else {
                // Its children may hold the pipe open, but have nothing to say.
                hasEnded = true
                child.kill()
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
    mutating func end(by deadline: ContinuousClock.Instant) -> ProcessEnd? {
        child.end(by: deadline)
    }
}
