import Glibc
import SystemLinux

/// Something that a confined process must not be able to do, by the name that the tests call it.
struct Attempt {
    let name: String
    /// Returns whether it could be done.
    let isPossible: @Sendable () -> Bool

    init(_ name: String, _ isPossible: @escaping @Sendable () -> Bool) {
        self.name = name
        self.isPossible = isPossible
    }

    /// A system call of Linux on this architecture, by the number that the compiler's headers give it.
    private init(_ name: String, _ call: Int32, _ arguments: Int...) {
        self.init(name) {
            let given = arguments + Array(repeating: 0, count: 6 - arguments.count)
            return system_call(
                Int(call), given[0], given[1], given[2], given[3], given[4], given[5]) >= 0
        }
    }

    /// The bans, as the threat model lists them.
    static let all: [Attempt] = [
        // The network.
        Attempt("socket", { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 }),
        Attempt("local socket", { socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0 }),
        Attempt(
            "socket pair",
            {
                var ends: [Int32] = [0, 0]
                return socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0
            }),
        // Other programs.
        Attempt(
            "start a program",
            {
                var child: pid_t = 0
                var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
                return posix_spawn(&child, "/bin/true", nil, nil, &arguments, nil) == 0
            }),
        Attempt(
            "exec",
            {
                var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
                execv("/bin/true", &arguments)
                return false
            }),
        Attempt("fork", SYS_fork), Attempt("vfork", SYS_vfork), Attempt("clone", SYS_clone, Int(SIGCHLD)),
        // Files.
        Attempt("read a file", { open("/etc/passwd", O_RDONLY) >= 0 }),
        Attempt("read memory by name", { open("/proc/self/mem", O_RDONLY) >= 0 }),
        Attempt("list a folder", { opendir("/tmp") != nil }),
        Attempt("make a file", { open("/tmp/halqa-probe", O_RDWR | O_CREAT, 0o600) >= 0 }),
        Attempt("change a file", { open("/dev/null", O_WRONLY) >= 0 }),
        Attempt("remove a file", { unlink("/tmp/halqa-probe-victim") == 0 }),
        Attempt("rename a file", { rename("/tmp/halqa-probe-victim", "/tmp/halqa-probe-gone") == 0 }),
        Attempt("make a folder", { mkdir("/tmp/halqa-probe-folder", 0o700) == 0 }),
        Attempt("make a link", { symlink("/etc/passwd", "/tmp/halqa-probe-link") == 0 }),
        Attempt("change rights", { chmod("/tmp/halqa-probe-victim", 0o777) == 0 }),
        Attempt("make a file in memory", { system_memory_file("probe") >= 0 }),
        // The one open file that it may read and SQLite opens for writing.
        Attempt("write into an open file", { pwrite(openFile, "x", 1, 0) == 1 }),
        Attempt("write on in an open file", { write(openFile, "x", 1) == 1 }),
        Attempt("cut an open file", { ftruncate(openFile, 0) == 0 }),
        // Other processes.
        Attempt("signal its parent", { kill(getppid(), 0) == 0 }),
        Attempt("signal its group", { kill(0, 0) == 0 }),
        Attempt("signal a thread elsewhere", SYS_tgkill, Int(getppid()), Int(getppid()), 0),
        Attempt("trace its parent", SYS_ptrace, 16, Int(getppid())),
        Attempt("read another's memory", SYS_process_vm_readv, Int(getppid())),
        Attempt("have signals sent", { fcntl(openFile, 8, getppid()) == 0 }),
        // Code of its own making.
        Attempt(
            "executable memory",
            {
                mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                    != MAP_FAILED
            }),
        Attempt(
            "make memory executable",
            {
                let memory = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                return mprotect(memory, 4096, PROT_READ | PROT_EXEC) == 0
            }),
        // Ways around.
        Attempt("io_uring", SYS_io_uring_setup, 8),
        Attempt("another filter", SYS_seccomp, 0),
        Attempt("mount", SYS_mount), Attempt("namespaces", SYS_unshare, 0x1000_0000), Attempt("bpf", SYS_bpf),
        Attempt("userfaultfd", SYS_userfaultfd), Attempt("keys", SYS_keyctl),
        Attempt("perf", SYS_perf_event_open),
        Attempt(
            "loosen a limit",
            {
                var limit = rlimit(rlim_cur: .max, rlim_max: .max)
                return setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit) == 0
            }),
        Attempt("become dumpable", SYS_prctl, 4, 1),
        Attempt("change its user", SYS_setuid, 0),
        Attempt("set the clock", SYS_clock_settime, 0),
        Attempt("open a terminal's control", SYS_ioctl, 0, 0x5412),
    ]

    /// What must be possible besides where there is a folder to work in: tests of plugins make communities there.
    static let work: [Attempt] = [
        Attempt(
            "a thread",
            {
                var thread = pthread_t()
                let code = pthread_create(&thread, nil, { _ in nil }, nil)
                return code == 0 && pthread_join(thread, nil) == 0
            }),
        Attempt(
            "make a file in its folder",
            {
                let file = open(workFolder.map { $0 + "/made" } ?? "", O_RDWR | O_CREAT, 0o600)
                return write(file, "x", 1) == 1 && fsync(file) == 0
            }),
        Attempt(
            "rename and remove in its folder",
            {
                guard let folder = workFolder, mkdir(folder + "/a", 0o700) == 0 else { return false }
                return rename(folder + "/a", folder + "/b") == 0 && rmdir(folder + "/b") == 0
            }),
    ]

    /// What must go on working: without it, a confined process that can do nothing would pass as well.
    static let needs: [Attempt] = [
        Attempt(
            "read an open file",
            {
                var byte: UInt8 = 0
                return pread(openFile, &byte, 1, 0) == 1
            }),
        Attempt(
            "write to a temporary file",
            { pwrite(temporaryFile, "x", 1, 0) == 1 && ftruncate(temporaryFile, 0) == 0 }),
        Attempt(
            "memory",
            {
                mmap(nil, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
            }),
        Attempt(
            "the clock",
            {
                var time = timespec()
                return clock_gettime(CLOCK_MONOTONIC, &time) == 0
            }),
        Attempt(
            "a timer",
            {
                var timer: timer_t?
                return timer_create(CLOCK_MONOTONIC, nil, &timer) == 0
            }),
        Attempt(
            "a signal to itself",
            {
                signal(SIGUSR1, SIG_IGN)
                return raise(SIGUSR1) == 0
            }),
        Attempt("a zone of time", { open("/usr/share/zoneinfo/Asia/Beirut", O_RDONLY) >= 0 }),
    ]
}
