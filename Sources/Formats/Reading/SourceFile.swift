import Documents
import Glibc

/// A foreign file that somebody else opened and closes. Reading leaves the descriptor's own position alone.
struct SourceFile {
    let descriptor: Int32
    let size: Int
    private let modified: timespec

    init(_ descriptor: Int32) throws(ReadingError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.unreadable() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ReadingError(.unreadable, "it is not a file; folders and pipes cannot be read")
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        modified = status.st_mtim
        guard size > 0 else { throw ReadingError(.empty, "the file is empty") }
    }

    /// Fills the buffer from that offset as far as the file goes, and returns how much there was.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        var count = 0
        while count < buffer.count {
            let read = pread(
                descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count,
                off_t(offset + count))
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw Self.unreadable() }
            if read == 0 { break }
            count += read
        }
        return count
    }

    func bytes(at offset: Int, count: Int) throws(ReadingError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
        var read = 0
        // A typed error does not pass through this closure's rethrowing.
        let result = bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(ReadingError) in try self.read(at: offset, into: buffer) }
        }
        read = try result.get()
        bytes.removeLast(bytes.count - read)
        return bytes
    }

    /// Throws when the file is no longer the one that was opened: what was read may be half of each.
    func checkUnchanged() throws(ReadingError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.unreadable() }
        guard Int(status.st_size) == size, status.st_mtim.tv_sec == modified.tv_sec,
            status.st_mtim.tv_nsec == modified.tv_nsec
        else {
            throw ReadingError(
                .changed, "the file was changed while it was read; try again when nothing writes to it")
        }
    }

    private static func unreadable() -> ReadingError {
        ReadingError(.unreadable, "the file cannot be read: \(String(cString: strerror(errno)))")
    }
}
