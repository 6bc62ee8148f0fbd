import Glibc

/// A temporary file without a name, so that nothing of it stays behind however the process ends.
final class TemporaryFile {
    let folder: String
    let descriptor: Int32

    /// In the folder; without one, in that of `TMPDIR`, else in `/tmp`.
    init(in folder: String?) throws(FormatError) {
        let named = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? ""
        self.folder = named.isEmpty ? "/tmp" : named
        var path = Array("\(self.folder)/halqa-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Self.error(errno, self.folder) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(path)
    }

    deinit { close(descriptor) }

    /// What opens the file as long as it is there.
    var path: String { "/dev/fd/\(descriptor)" }

    /// How many bytes it holds.
    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Writes on where writing has come to.
    func write(_ bytes: [UInt8]) throws(FormatError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.error(errno, folder) }
            sent += count
        }
    }

    /// Has whoever gets the descriptor read it from its first byte.
    func rewind() {
        lseek(descriptor, 0, SEEK_SET)
    }

    /// Throws unless that many bytes can be written in the folder at this moment.
    func reserve(_ bytes: Int) throws(FormatError) {
        let code = posix_fallocate(descriptor, 0, off_t(bytes))
        ftruncate(descriptor, 0)
        guard code == 0 else { throw Self.error(code, folder) }
    }

    /// Gives the file's bytes, from the first to the last, in pieces.
    func send(to output: inout Output) throws {
        var offset: off_t = 0
        while true {
            var failure: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                let read = pread(descriptor, buffer.baseAddress, buffer.count, offset)
                if read < 0 { failure = errno }
                count = max(0, read)
            }
            if failure == EINTR { continue }
            guard failure == 0 else { throw Self.error(failure, folder) }
            if piece.isEmpty { return }
            offset += off_t(piece.count)
            try output.write(piece)
        }
    }

    static func error(_ code: Int32, _ folder: String) -> FormatError {
        .temporaryFiles(folder: folder, reason: String(cString: strerror(code)))
    }
}
