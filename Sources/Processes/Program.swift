import Glibc
import SystemLinux

/// A program that is to be started as a child process, and all that it gets. It inherits nothing else: no
/// variable, no open file, no blocked or ignored signal.
public struct Program {
    /// Its file, then its arguments.
    public var command: [String]
    /// `NAME=value`
    public var environment: [String]
    /// What it has open: at 0 its standard input, at 1 its standard output, at 2 its standard error, and what it
    /// is told of by number after them. `/dev/null` where there is nil.
    public var descriptors: [Int32?]
    /// Whether it leads a process group of its own: a Ctrl-C does not reach it then, and what it starts is ended
    /// with it.
    public var leadsGroup: Bool

    public init(
        _ command: [String], environment: [String] = [], descriptors: [Int32?] = [nil, nil, nil],
        leadsGroup: Bool = false
    ) {
        self.command = command
        self.environment = environment
        self.descriptors = descriptors
        self.leadsGroup = leadsGroup
    }

    /// The file of the program that a shell would start by that name; nil when `PATH` leads to none.
    public static func path(of name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first { path in
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
        }
    }

    /// - Returns: the child's identifier.
    func start() throws(ProcessError) -> pid_t {
        // Far above the numbers that they get in the child, so that none takes another's place.
        let copies = try descriptors.map { descriptor throws(ProcessError) -> Int32? in
            guard let descriptor else { return nil }
            let copy = system_copy_descriptor(descriptor, Self.firstCopy)
            guard copy >= 0 else { throw ProcessError(errno) }
            return copy
        }
        defer { for case .some(let copy) in copies { close(copy) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, copy) in copies.enumerated() {
            if let copy {
                posix_spawn_file_actions_adddup2(&actions, copy, Int32(number))
            } else {
                posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
            }
        }
        system_close_from(&actions, Int32(copies.count))

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let group = leadsGroup ? POSIX_SPAWN_SETPGROUP : 0
        posix_spawnattr_setflags(
            &attributes, Int16(group | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        var child: pid_t = 0
        let code = Self.withPointers(command) { arguments in
            Self.withPointers(environment) { environment in
                posix_spawn(&child, command[0], &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw ProcessError(code) }
        return child
    }

    private static let firstCopy: Int32 = 64

    private static func withPointers<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
