import Glibc
import SystemLinux

/// A private temporary file without a name: it is gone with this object, and with the process whatever ends it.
public final class UnnamedFile {
    /// Open for reading and writing. Its position is neither used nor moved here.
    public let descriptor: Int32
    /// Bytes that were written.
    public private(set) var size = 0

    /// - Throws: `UnnamedFileError` when the system's folder for temporary files takes none.
    public init() throws(UnnamedFileError) {
        let folder = ScratchFolder.place
        descriptor = system_unnamed_file(folder)
        guard descriptor >= 0 else {
            throw UnnamedFileError("cannot make a temporary file in '\(folder)'", errno)
        }
    }

    /// One that a worker was given.
    init(inherited descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Writes behind what is there.
    public func append(_ bytes: [UInt8]) throws(UnnamedFileError) {
        var sent = 0
        while sent < bytes.count {
            let written = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, off_t(size))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                throw UnnamedFileError(
                    "cannot write a temporary file in '\(ScratchFolder.place)'; make room there, or set TMPDIR to "
                        + "another folder", errno)
            }
            sent += written
            size += written
        }
    }

    /// Fills the buffer from that offset, and returns how much there was.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(UnnamedFileError)
        -> Int
    {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw UnnamedFileError("cannot read a temporary file", errno) }
            return count
        }
    }
}

/// A temporary file that cannot be made, written or read.
public struct UnnamedFileError: Error, Sendable, CustomStringConvertible {
    public let description: String

    /// - Parameter code: of `errno`.
    init(_ what: String, _ code: Int32) {
        description = "\(what): \(String(cString: strerror(code)))"
    }
}
