import Glibc
import SystemLinux

/// A program that runs as a child of this one. When this value goes, so does the child, and its group if it
/// leads one.
public struct ChildProcess: ~Copyable {
    public let identifier: pid_t
    /// Readable once the process has ended.
    public let ending: Int32
    private let leadsGroup: Bool
    private var isReaped = false

    public init(_ program: Program) throws(ProcessError) {
        let child = try program.start()
        let descriptor = system_process_descriptor(child)
        guard descriptor >= 0 else {
            let code = errno
            Self.reap(child, program.leadsGroup)
            throw ProcessError(code)
        }
        (identifier, ending, leadsGroup) = (child, descriptor, program.leadsGroup)
    }

    deinit {
        if !isReaped { Self.reap(identifier, leadsGroup) }
        close(ending)
    }

    /// The most that the process may use from now on: bytes of memory of its own, and seconds of a processor's time.
    /// It fails, or ends by SIGXCPU, when it wants more than that.
    public func limit(memory: Int, processorSeconds: Int) {
        system_limit_memory(identifier, UInt(memory))
        system_limit_processor_time(identifier, UInt(processorSeconds))
    }

    /// Ends what the process has started in its group, and itself.
    public func kill() {
        Self.kill(identifier, leadsGroup)
    }

    /// Gives the process until `deadline` to end by itself, and ends all that is left of it and its group.
    ///
    /// - Returns: how it ended; nil when it had to be killed.
    public mutating func end(by deadline: ContinuousClock.Instant) -> ProcessEnd? {
        var watched = pollfd(fd: ending, events: Int16(POLLIN), revents: 0)
        var ready: Int32 = 0
        repeat {
            ready = poll(&watched, 1, Self.milliseconds(until: deadline))
        } while ready < 0 && errno == EINTR
        let status = Self.reap(identifier, leadsGroup)
        isReaped = true
        return ready > 0 ? ProcessEnd(status: status) : nil
    }

    /// What `poll` is to wait: rounded up, so that waiting does not end before its time.
    public static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
    }

    /// A process that has not been waited for keeps its number, so that no stranger's is killed.
    private static func kill(_ identifier: pid_t, _ leadsGroup: Bool) {
        if leadsGroup { _ = Glibc.kill(-identifier, SIGKILL) }
        // It may have left its group for one of its own.
        _ = Glibc.kill(identifier, SIGKILL)
    }

    /// Ends the process and its group, and waits for it.
    ///
    /// - Returns: the status of `waitpid`.
    @discardableResult
    private static func reap(_ identifier: pid_t, _ leadsGroup: Bool) -> Int32 {
        kill(identifier, leadsGroup)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
