import Glibc
import SystemLinux

/// The kernel's Landlock: which files a process may still reach by name. What is open already stays so.
///
/// Bits and versions are those of landlock(7).
struct Landlock {
    let version: Int

    /// nil where the kernel has none, or has it switched off.
    static var supported: Landlock? {
        let version = system_landlock_version()
        return version > 0 ? Landlock(version: Int(version)) : nil
    }

    private static let readFile: UInt64 = 1 << 2
    private static let readFolder: UInt64 = 1 << 3

    /// Every right over files that this version knows, and so takes away.
    private var files: UInt64 {
        let bits =
            switch version {
            case 1: 13
            case 2: 14
            case 3, 4: 15
            default: 16
            }
        return (1 << UInt64(bits)) - 1
    }

    /// Connecting and listening by TCP.
    private var network: UInt64 { version >= 4 ? 0b11 : 0 }
    /// Signals and abstract sockets of processes outside.
    private var scopes: UInt64 { version >= 6 ? 0b11 : 0 }

    private var size: Int {
        switch version {
        case ..<4: 8
        case 4, 5: 16
        default: MemoryLayout<system_landlock_ruleset>.size
        }
    }

    /// Forbids everything but reading beneath some paths, and everything with files beneath another.
    func restrict(reading: [String], writing: String?) throws(ConfinementError) {
        var ruleset = system_landlock_ruleset(
            handled_access_fs: files, handled_access_net: network, scoped: scopes)
        let descriptor = Int32(system_landlock_create(&ruleset, size))
        guard descriptor >= 0 else { throw ConfinementError("cannot make the rules of Landlock", errno) }
        defer { close(descriptor) }
        for path in reading { try allow(Self.readFile | Self.readFolder, beneath: path, descriptor) }
        if let writing { try allow(files, beneath: writing, descriptor) }
        guard system_landlock_restrict(descriptor) == 0 else {
            throw ConfinementError("cannot put Landlock in force", errno)
        }
    }

    /// A path that does not exist needs no rule: nothing can be read there.
    private func allow(
        _ rights: UInt64, beneath path: String, _ ruleset: Int32
    ) throws(ConfinementError) {
        let descriptor = open(path, 0o10000000 | O_CLOEXEC)  // O_PATH
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        let isFolder = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        // A rule for a file may not speak of folders.
        var rule = system_landlock_path(
            allowed_access: isFolder ? rights : rights & ~Self.readFolder, parent_fd: descriptor)
        guard system_landlock_allow(ruleset, &rule) == 0 else {
            throw ConfinementError("cannot make a rule of Landlock for '\(path)'", errno)
        }
    }
}
