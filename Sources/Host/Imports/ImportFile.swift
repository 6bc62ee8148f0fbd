import Foundation
import Runs
import Scratch

/// A file that is imported, open for reading as long as this object is there. What comes through a pipe is kept in a
/// temporary file first: some formats are read from their end.
public final class ImportFile {
    let descriptor: Int32
    /// What messages call it.
    let name: String
    private let kept: ScratchFile?
    /// Far beyond what people make, and less than would fill a disk.
    public static let mostBytes = 4 << 30

    /// - Parameters:
    ///   - path: `-` for standard input.
    ///   - limit: how many bytes it may have.
    /// - Throws: `Failure` of a file that cannot be read, or is larger; `ScratchError`.
    public init(_ path: String, limit: Int = ImportFile.mostBytes) throws {
        name = path == "-" ? "standard input" : path
        let opened = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw Failure(
                errno == ENOENT ? .missing : .unreadable,
                "'\(path)' cannot be read: \(String(cString: strerror(errno)))")
        }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
            (descriptor, kept) = (opened, nil)
            guard Int(status.st_size) <= limit else { throw Self.tooLarge(name, limit) }
            return
        }
        defer { close(opened) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw Failure(.data, "'\(path)' is a folder; give a file")
        }
        let file = try ScratchFile()
        try Self.copy(opened, name, to: file, limit: limit)
        (descriptor, kept) = (file.descriptor, file)
    }

    deinit {
        if kept == nil { close(descriptor) }
    }

    private static func copy(_ descriptor: Int32, _ name: String, to file: ScratchFile, limit: Int) throws {
        var room = limit
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw Failure(.unreadable, "\(name) cannot be read: \(String(cString: strerror(errno)))")
            }
            if count == 0 { return }
            guard count <= room else { throw tooLarge(name, limit) }
            room -= count
            try file.append(Array(buffer[..<count]))
        }
    }

    private static func tooLarge(_ name: String, _ limit: Int) -> Failure {
        Failure(.data, "\(name) is larger than \(ByteCount.text(limit)), the limit; import it in parts")
    }
}
