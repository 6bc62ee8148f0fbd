import Glibc
import SystemLinux
import SystemSeccomp

/// The system calls that a confined process may still make, on all of its threads; any other ends it with
/// SIGSYS, so that nothing goes on half done.
struct SystemCallFilter {
    var opening: Opening
    /// Descriptors that may be written to in place.
    var writable: [Int32]

    /// Which files may be opened by name.
    enum Opening {
        /// None: opening is refused with EPERM, as libraries probe for files that they can do without.
        case none
        /// For reading; where is Landlock's matter.
        case reading
        /// For reading and writing, with making, removing and renaming; where is Landlock's matter.
        case writing
    }

    /// Whether the kernel filters system calls.
    static var isSupported: Bool { system_filter_mode() >= 0 }

    /// What reading open files, memory, clocks, locks, timers and ending need: facts of the C library, of SQLite and
    /// of the Swift runtime.
    private static let always = [
        "read", "readv", "pread64", "lseek", "close", "fstat", "newfstatat",
        "brk", "munmap", "mremap", "madvise",
        "futex", "sched_yield", "sched_getaffinity", "getpid", "gettid", "getrandom", "sysinfo", "uname",
        "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times",
        "getrusage", "poll", "ppoll",
        "timer_create", "timer_settime", "timer_gettime", "timer_delete",
        "rt_sigreturn", "rt_sigprocmask", "rt_sigaction", "sigaltstack", "restart_syscall",
        "getuid", "geteuid", "getgid", "getegid", "rseq", "set_robust_list", "membarrier",
        "exit", "exit_group",
        // libdispatch, which GRDB waits with, looks after its threads each second by a timer.
        "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "eventfd2", "timerfd_create",
        "timerfd_settime",
        // Looking for files opens none.
        "access", "faccessat", "faccessat2", "stat", "lstat", "statx", "readlink", "getcwd",
    ]

    private static let writing = [
        "write", "writev", "pwrite64", "ftruncate", "fsync", "fdatasync", "mkdir", "rmdir", "unlink",
        "unlinkat", "rename", "renameat2", "link", "fchmod", "fchown", "getdents64",
        "fallocate",
    ]

    /// Calls whose absence callers know how to live with.
    private static let refused: [(name: String, error: Int32)] = [
        ("clone3", ENOSYS), ("ioctl", ENOTTY), ("prctl", EPERM), ("prlimit64", EPERM),
        // A thread of libdispatch that was made before, and begins only now, asks for a priority.
        ("setpriority", EPERM),
        ("fadvise64", 0), ("statfs", EPERM), ("fstatfs", EPERM), ("openat2", ENOSYS),
    ]

    func load() throws(ConfinementError) {
        guard let filter = seccomp_init(system_seccomp_kill()) else {
            throw ConfinementError("cannot make a filter of system calls", ENOMEM)
        }
        defer { seccomp_release(filter) }
        let allow = system_seccomp_allow()
        // Threads that were started earlier are held to it as well.
        try check(seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1), "hold all threads")
        for name in Self.always { try add(filter, allow, name) }
        try add(filter, allow, "mmap", Self.without(bits: UInt64(PROT_EXEC), argument: 2))
        try add(filter, allow, "mprotect", Self.without(bits: UInt64(PROT_EXEC), argument: 2))
        // The community's log and index are open for writing, because SQLite wants them so; they are not written to.
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            for name in ["write", "writev"] {
                try add(filter, allow, name, Self.equal(descriptor, argument: 0))
            }
        }
        for descriptor in writable {
            for name in ["pwrite64", "ftruncate"] {
                try add(filter, allow, name, Self.equal(descriptor, argument: 0))
            }
        }
        // Signals to itself: an abort, and the timer's.
        try add(filter, allow, "tgkill", Self.equal(getpid(), argument: 0))
        // Everything of fcntl but what would have signals sent to others (F_SETOWN, 8, and F_SETOWN_EX, 15).
        for command in [
            F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_SETLKW, 36, 37, 38, 1030,
        ] {
            try add(filter, allow, "fcntl", Self.equal(command, argument: 1))
        }
        let no = system_seccomp_refuse(EPERM)
        switch opening {
        case .none:
            for name in ["openat", "open"] { try add(filter, no, name) }
        case .reading:
            let changing = UInt64(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | 0o20200000)
            try add(filter, allow, "openat", Self.without(bits: changing, argument: 2))
            try add(filter, allow, "open", Self.without(bits: changing, argument: 1))
            for bit in [O_WRONLY, O_RDWR, O_CREAT, O_TRUNC] {
                try add(filter, no, "openat", Self.with(bit: UInt64(bit), argument: 2))
                try add(filter, no, "open", Self.with(bit: UInt64(bit), argument: 1))
            }
        case .writing:
            for name in Self.writing + ["openat", "open"] { try add(filter, allow, name) }
            // Landlock has no say over the rights of files. The folder is private, so that those within do not matter.
            try add(filter, system_seccomp_refuse(0), "chmod")
            // What it does where a thread has no priority of its own.
            try add(filter, system_seccomp_refuse(0), "setpriority")
        }
        // Threads where files are written; never processes.
        if case .writing = opening {
            let thread: UInt64 = 0x1_0000  // CLONE_THREAD, which the header hides
            try add(filter, allow, "clone", Self.with(bit: thread, argument: 0))
            try add(filter, no, "clone", Self.without(bits: thread, argument: 0))
        } else {
            try add(filter, no, "clone")
        }
        for (name, error) in Self.refused { try add(filter, system_seccomp_refuse(error), name) }
        try check(seccomp_load(filter), "put a filter of system calls in force")
    }

    private static func equal(_ value: Int32, argument: UInt32) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_EQ, datum_a: UInt64(value), datum_b: 0)
    }

    private static func without(bits: UInt64, argument: UInt32) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: bits, datum_b: 0)
    }

    private static func with(bit: UInt64, argument: UInt32) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: bit, datum_b: bit)
    }

    /// Adds a rule; a call that this machine's architecture does not have needs none.
    private func add(
        _ filter: scmp_filter_ctx, _ action: UInt32, _ name: String, _ argument: scmp_arg_cmp? = nil
    ) throws(ConfinementError) {
        let number = seccomp_syscall_resolve_name(name)
        guard number >= 0 else { return }
        let code =
            if var argument {
                seccomp_rule_add_array(filter, action, number, 1, &argument)
            } else {
                seccomp_rule_add_array(filter, action, number, 0, nil)
            }
        try check(code, "add '\(name)' to a filter of system calls")
    }

    private func check(_ code: Int32, _ what: String) throws(ConfinementError) {
        guard code == 0 else { throw ConfinementError("cannot \(what)", -code) }
    }
}
