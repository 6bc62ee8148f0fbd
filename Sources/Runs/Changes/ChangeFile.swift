import Community
import Glibc
import SystemLinux

/// Changes one behind the other in a private file without a name, which is gone with this object, and with the
/// process whatever ends it. It is written once, and read from its start as often as needed, also by a worker
/// that inherits its descriptor. Memory does not grow with the number of changes.
public final class ChangeFile {
    /// Open for reading and writing. Its position is neither used nor moved.
    public let descriptor: Int32
    /// How many changes were written.
    public private(set) var count = 0
    private var size = 0
    private var encoder = ChangeEncoder()

    private static let bufferSize = 1 << 16

    /// - Throws: `ChangeFileError` when the system's folder for temporary files takes none.
    public init() throws(ChangeFileError) {
        let folder = ScratchFolder.place
        descriptor = system_unnamed_file(folder)
        guard descriptor >= 0 else {
            throw ChangeFileError("cannot make a temporary file in '\(folder)'", errno)
        }
    }

    /// One that a worker was given.
    init(inherited descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// - Parameter row: the number of the row that the change is made of; 0 for none.
    public func append(_ change: Change, row: Int = 0) throws(ChangeFileError) {
        encoder.append(change, row: row)
        count += 1
        if encoder.bytes.count >= Self.bufferSize { try flush() }
    }

    /// Writes what has been held back so far; readers made before see nothing of it.
    public func flush() throws(ChangeFileError) {
        var sent = 0
        while sent < encoder.bytes.count {
            let written = encoder.bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, off_t(size))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                throw ChangeFileError(
                    "cannot write a temporary file in '\(ScratchFolder.place)'; make room there, or set TMPDIR to "
                        + "another folder", errno)
            }
            sent += written
            size += written
        }
        encoder.clear()
    }

    /// Gives each change to `take`, from the first on.
    ///
    /// - Throws: `ChangeFileError`, `ChangeDecodeError` when something else has written to the file, and what `take`
    ///   throws.
    public func each(_ take: (NumberedChange) throws -> Void) throws {
        var reader = try reader()
        while let change = try reader.next() { try take(change) }
    }

    /// A reader of all changes, from the first on.
    public func reader() throws(ChangeFileError) -> Reader {
        try flush()
        return Reader(file: self)
    }

    public struct Reader {
        private let file: ChangeFile
        private var offset = 0
        private var decoder = ChangeDecoder()
        private var buffer = [UInt8](repeating: 0, count: ChangeFile.bufferSize)

        init(file: ChangeFile) {
            self.file = file
        }

        /// The next change; nil after the last.
        public mutating func next() throws -> NumberedChange? {
            while true {
                if let change = try decoder.next() { return change }
                let read = buffer.withUnsafeMutableBytes {
                    pread(file.descriptor, $0.baseAddress, $0.count, off_t(offset))
                }
                if read < 0, errno == EINTR { continue }
                guard read >= 0 else { throw ChangeFileError("cannot read a temporary file", errno) }
                guard read > 0 else {
                    guard decoder.isAtEnd else {
                        throw ChangeDecodeError(description: "a change that is cut off")
                    }
                    return nil
                }
                offset += read
                decoder.append(buffer[..<read])
            }
        }
    }
}

/// A temporary file that cannot be made, written or read.
public struct ChangeFileError: Error, Sendable, CustomStringConvertible {
    public let description: String

    /// - Parameter code: of `errno`.
    init(_ what: String, _ code: Int32) {
        description = "\(what): \(String(cString: strerror(code)))"
    }
}
