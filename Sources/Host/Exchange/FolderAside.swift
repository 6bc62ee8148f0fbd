import Foundation
import Runs

/// A folder that is there only when it is whole: until then it is written beside its place, hidden, as
/// `.NAME.halqa-PID.part`. What a process that was killed has left so is removed by the next that makes a folder there.
final class FolderAside {
    private let target: String
    private let parent: String
    private let aside: String
    private var isFinished = false

    /// - Parameter path: where it goes; nothing is there, or an empty folder.
    /// - Throws: `Failure` when something is there, or no folder can be made.
    init(_ path: String) throws(Failure) {
        var target = path
        while target.count > 1, target.hasSuffix("/") { target.removeLast() }
        self.target = target
        let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
        let name = target[slash...]
        parent = slash == target.startIndex ? "./" : String(target[..<slash])
        aside = "\(parent).\(name).halqa-\(getpid()).part"
        guard !name.isEmpty, name != ".", name != ".." else {
            throw Failure(.usage, "'\(path)' cannot be written; give the name of a new folder")
        }
        var status = stat()
        if lstat(target, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR, Self.names(in: target)?.isEmpty == true else {
                throw Failure(.cannotCreate, "'\(path)' is there already; give the name of a new folder")
            }
        }
        Self.removeLeftovers(in: parent)
        Self.remove(aside)
        // What is written is personal data, also in a folder that others may read.
        guard mkdir(aside, 0o700) == 0 else {
            throw Failure(.cannotCreate, "'\(path)' cannot be made: \(String(cString: strerror(errno)))")
        }
    }

    deinit { if !isFinished { Self.remove(aside) } }

    /// A new file in it, which only its owner can read.
    func file(_ name: String) throws(Failure) -> FileAside {
        try FileAside("\(aside)/\(name)", called: "\(target)/\(name)")
    }

    /// Puts the folder in its place.
    func finish() throws(Failure) {
        guard Self.synchronize(aside), rename(aside, target) == 0 else {
            throw Failure(.unreadable, "'\(target)' cannot be written: \(String(cString: strerror(errno)))")
        }
        isFinished = true
        _ = Self.synchronize(parent)
    }

    private static func synchronize(_ path: String) -> Bool {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }

    private static func names(in path: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: path)
    }

    private static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func removeLeftovers(in parent: String) {
        for name in names(in: parent) ?? [] {
            guard
                let process = name.wholeMatch(of: #/\..+\.halqa-([0-9]+)\.part/#).flatMap({
                    pid_t($0.output.1)
                }),
                kill(process, 0) < 0, errno == ESRCH
            else { continue }
            remove(parent + name)
        }
    }
}

/// A file of a folder that is being written.
struct FileAside: ~Copyable {
    private let descriptor: Int32
    /// What messages call it.
    private let name: String
    private var bytes: [UInt8] = []

    init(_ path: String, called name: String) throws(Failure) {
        self.name = name
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure }
    }

    deinit { close(descriptor) }

    mutating func write(_ text: String) throws(Failure) {
        bytes += text.utf8
        if bytes.count >= 1 << 16 { try flush() }
    }

    /// Waits until all of it is on the disk.
    mutating func finish() throws(Failure) {
        try flush()
        guard fsync(descriptor) == 0 else { throw failure }
    }

    private mutating func flush() throws(Failure) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure }
            sent += count
        }
        bytes.removeAll(keepingCapacity: true)
    }

    private var failure: Failure {
        Failure(.unreadable, "'\(name)' cannot be written: \(String(cString: strerror(errno)))")
    }
}
