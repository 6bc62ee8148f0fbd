import Foundation
import Runs

/// A file that is there, or takes the place of the one before, only when it is whole.
///
/// Until then it is written beside its place, as `.halqa-PID.part`, and locked. What a process that was killed has left
/// so is removed by the next that writes into the same folder.
///
/// Devices and pipes have no such thing: they are written as the bytes come.
final class OutputFile {
    private let name: String
    private let descriptor: Int32
    /// Where the file is written, and where it goes then; nil for a device.
    private let place: (aside: String, target: String)?

    /// - Throws: `Failure` of a file that cannot be made.
    init(_ name: String) throws {
        self.name = name
        var status = stat()
        var mode: mode_t = 0o666
        var target = name
        if stat(name, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: throw Self.cannotCreate("'\(name)' is a folder; give the name of a file")
            case S_IFREG:
                // A file that may not be written is not replaced either, nor a link by a file.
                guard access(name, W_OK) == 0 else { throw Self.cannotCreate(name, errno) }
                guard !Self.isDatabase(name) else {
                    throw Self.cannotCreate("'\(name)' is a database, which no document replaces")
                }
                mode = status.st_mode & 0o777
                target = try Self.resolved(name)
            default:
                place = nil
                descriptor = open(name, O_WRONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw Self.cannotCreate(name, errno) }
                return
            }
        } else if lstat(name, &status) == 0 {
            throw Self.cannotCreate("'\(name)' is a link to a file that is not there; name the file itself")
        }
        let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
        let folder = String(target[..<slash])
        Self.removeLeftovers(in: folder)
        let aside = "\(folder).halqa-\(getpid()).part"
        unlink(aside)
        descriptor = try Interruption.tidying {
            unlink(aside)
        } making: {
            let made = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            guard made >= 0 else { throw Self.cannotCreate(name, errno) }
            return made
        }
        flock(descriptor, LOCK_EX | LOCK_NB)
        place = (aside, target)
        // Whatever the umask: the people who could read the former file, and no others.
        if mode != 0o666 { fchmod(descriptor, mode) }
    }

    deinit {
        close(descriptor)
        if let place { unlink(place.aside) }
    }

    func write(_ bytes: [UInt8]) throws {
        try Stream(descriptor: descriptor, name: "'\(name)'").write(bytes)
    }

    /// Puts the file in its place.
    func finish() throws {
        guard let place else { return }
        guard fsync(descriptor) == 0, rename(place.aside, place.target) == 0 else {
            throw Failure(.unreadable, "'\(name)' cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// Unlinks the parts of files whose process is gone. Where a folder is shared by several machines a process of
    /// another one has its own number, but the lock of its file holds here too.
    private static func removeLeftovers(in folder: String) {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for name in names {
            guard
                let process = name.wholeMatch(of: #/\.halqa-([0-9]+)\.part/#).flatMap({ pid_t($0.output.1) }),
                kill(process, 0) < 0, errno == ESRCH
            else { continue }
            let file = open(folder + name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { continue }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(folder + name) }
            close(file)
        }
    }

    /// Whether it is a database, such as a community, which nobody means to be a document's place.
    private static func isDatabase(_ name: String) -> Bool {
        let file = open(name, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        // What each SQLite database begins with (sqlite.org/fileformat2.html, 1.3).
        let beginning = Array("SQLite format 3\0".utf8)
        var bytes = [UInt8](repeating: 0, count: beginning.count)
        return read(file, &bytes, bytes.count) == bytes.count && bytes == beginning
    }

    private static func resolved(_ name: String) throws -> String {
        guard let path = realpath(name, nil) else { throw cannotCreate(name, errno) }
        defer { free(path) }
        return String(cString: path)
    }

    private static func cannotCreate(_ name: String, _ code: Int32) -> Failure {
        cannotCreate("'\(name)' cannot be written: \(String(cString: strerror(code)))")
    }

    private static func cannotCreate(_ sentence: String) -> Failure { Failure(.cannotCreate, sentence) }
}
