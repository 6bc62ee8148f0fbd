import Documents
import Formats
import Foundation

/// Where a document goes: standard output, or a file that is written aside and put in place when it is whole.
struct Destination {
    private let format: Format
    private let file: String?

    /// Without a format, the file's ending says which, and else it is the terminal's.
    init(format: Format?, file: String?) {
        self.file = file
        self.format = format ?? file.flatMap(Self.format) ?? .terminal
    }

    /// Gives a way to write parts to `body`. When that throws, no file is left behind, nor touched.
    func write(_ body: ((Part) throws -> Void) throws -> Void) throws {
        guard let file else {
            var options = FormatOptions()
            if isatty(STDOUT_FILENO) == 1 { options.width = Self.terminalWidth }
            var writer = format.writer(options) { try Self.send($0, to: STDOUT_FILENO, "standard output") }
            return try body { try writer.write($0) }
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
            throw OutputError("'\(file)' is a folder; give the name of a file")
        }
        let aside = file + ".part-\(getpid())"
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw OutputError("'\(file)' cannot be written: \(String(cString: strerror(errno)))")
        }
        do {
            var writer = format.writer { try Self.send($0, to: descriptor, "'\(file)'") }
            try body { try writer.write($0) }
            guard fsync(descriptor) == 0, close(descriptor) == 0, rename(aside, file) == 0 else {
                throw OutputError("'\(file)' cannot be written: \(String(cString: strerror(errno)))")
            }
        } catch {
            unlink(aside)
            throw error
        }
    }

    private static func format(of file: String) -> Format? {
        file.split(separator: ".").last.flatMap { Format.ofFiles(ending: String($0)) }
    }

    private static var terminalWidth: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func send(_ bytes: [UInt8], to descriptor: Int32, _ name: String) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw BrokenPipe() }
                throw OutputError("\(name) cannot be written: \(String(cString: strerror(errno)))")
            }
            sent += count
        }
    }
}

/// The reader of a pipe has seen enough, which is no failure.
struct BrokenPipe: Error {}

/// A document that could not be written; says where and why.
struct OutputError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
