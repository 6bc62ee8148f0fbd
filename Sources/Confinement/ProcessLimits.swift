import Glibc
import SystemLinux

/// What this process may still use of the machine, enforced by the kernel from the call of `apply` on.
///
/// It limits the data segment and not the address space: a Swift process maps far more than it uses.
public struct ProcessLimits: Sendable {
    /// Bytes of private writable memory, beyond what the process has already.
    public var data: UInt64
    /// Seconds of CPU time over all threads, after which the kernel ends the process.
    public var cpuSeconds: UInt64

    /// Bytes of any one file that is written to.
    public var fileSize: UInt64
    /// How many descriptors may be open at a time.
    public var descriptors: UInt64

    public init(data: UInt64, cpuSeconds: UInt64, fileSize: UInt64 = 4 << 30, descriptors: UInt64 = 64) {
        self.data = data
        self.cpuSeconds = cpuSeconds
        self.fileSize = fileSize
        self.descriptors = descriptors
    }

    /// Sets the limits, forbids core files (they would hold a community's data), and asks the kernel to
    /// end this process when its parent is gone.
    public func apply() throws(ConfinementError) {
        let present = try Self.dataInUse()
        try Self.limit(RLIMIT_DATA, "memory", to: present + data)
        // The signal of the soft limit says what it was; that of the hard one only kills.
        try Self.limit(RLIMIT_CPU, "processor time", to: cpuSeconds, hard: cpuSeconds + 1)
        // Writing on is then an error like that of a full disk, and no signal.
        signal(SIGXFSZ, SIG_IGN)
        try Self.limit(RLIMIT_FSIZE, "the size of files", to: fileSize)
        try Self.limit(RLIMIT_NOFILE, "open files", to: descriptors)
        try Self.limit(RLIMIT_CORE, "core files", to: 0)
        guard system_die_with_parent() == 0 else {
            throw ConfinementError("cannot tie the worker to its host", errno)
        }
    }

    private static func limit(
        _ resource: __rlimit_resource, _ what: String, to soft: UInt64, hard: UInt64? = nil
    ) throws(ConfinementError) {
        // What holds for this process already is never loosened: it could not be.
        var present = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &present) == 0 else {
            throw ConfinementError("cannot learn the limit of \(what)", errno)
        }
        var limit = rlimit(
            rlim_cur: min(rlim_t(soft), present.rlim_max),
            rlim_max: min(rlim_t(hard ?? soft), present.rlim_max))
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else {
            throw ConfinementError("cannot limit \(what)", errno)
        }
    }

    /// The bytes that the kernel counts against `RLIMIT_DATA` now, from `/proc/self/statm` (its sixth
    /// number, in pages).
    private static func dataInUse() throws(ConfinementError) -> UInt64 {
        let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ConfinementError("cannot read /proc/self/statm", errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &bytes, bytes.count)
        let numbers = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
        guard numbers.count >= 6, let pages = UInt64(numbers[5]) else {
            throw ConfinementError("cannot understand /proc/self/statm", 0)
        }
        return pages * UInt64(sysconf(Int32(_SC_PAGESIZE)))
    }
}

/// A limit that the kernel did not accept.
public struct ConfinementError: Error, CustomStringConvertible {
    public let description: String

    init(_ what: String, _ code: Int32) {
        description = code == 0 ? what : "\(what): \(String(cString: strerror(code)))"
    }
}
