import Glibc
import SystemLinux

/// A private temporary file without a name: it is gone with this object, and with the process whatever ends it.
public final class ScratchFile {
    /// Open for reading, and for writing at the end, whoever writes. Its position is neither used nor moved here.
    public let descriptor: Int32
    /// The folder whose disk it is on.
    public let folder: String

    /// - Parameter folder: nil for the place of all temporary files.
    /// - Throws: `ScratchError` when the folder takes none.
    public init(in folder: String? = nil) throws(ScratchError) {
        self.folder = folder ?? ScratchFolder.place
        descriptor = system_unnamed_file(self.folder)
        guard descriptor >= 0, fcntl(descriptor, F_SETFL, O_APPEND) == 0 else {
            throw ScratchError(writingIn: self.folder, errno)
        }
    }

    /// One that this process was given.
    public init(inherited descriptor: Int32) {
        self.descriptor = descriptor
        folder = ScratchFolder.place
    }

    deinit {
        close(descriptor)
    }

    /// What opens the file as long as this object is there.
    public var path: String { "/dev/fd/\(descriptor)" }

    /// How many bytes it holds.
    public var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Writes behind what is there.
    public func append(_ bytes: [UInt8]) throws(ScratchError) {
        var sent = 0
        while sent < bytes.count {
            let written = bytes.withUnsafeBytes {
                // Appends, as the file was opened for that, and leaves the position alone.
                pwrite(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, 0)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw ScratchError(writingIn: folder, errno) }
            sent += written
        }
    }

    /// Fills the buffer from that offset, and returns how much there was.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ScratchError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ScratchError(reading: errno) }
            return count
        }
    }

    /// Gives all bytes, from the first to the last, in pieces.
    ///
    /// - Throws: `ScratchError`, and what `take` throws.
    public func eachPiece(_ take: ([UInt8]) throws -> Void) throws {
        var offset = 0
        while true {
            let piece = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
            }
            if piece.isEmpty { return }
            offset += piece.count
            try take(piece)
        }
    }

    /// Makes sure that as many bytes can be written in the folder at this moment. The file is empty then.
    public func reserve(_ bytes: Int) throws(ScratchError) {
        let code = posix_fallocate(descriptor, 0, off_t(bytes))
        ftruncate(descriptor, 0)
        guard code == 0 else { throw ScratchError(writingIn: folder, code) }
    }
}
