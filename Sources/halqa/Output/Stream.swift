import Foundation
import Runs

/// A descriptor that a document is written to.
struct Stream {
    let descriptor: Int32
    /// As messages have it.
    let name: String

    static let standardOutput = Stream(descriptor: STDOUT_FILENO, name: "standard output")

    /// Columns of the terminal; nil when it is none.
    var width: Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Whether it is a terminal that shows colours, and the user has not asked for none (no-color.org).
    var hasColors: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(descriptor) == 1 && environment["NO_COLOR"]?.isEmpty != false
            && environment["TERM"] != "dumb"
    }

    /// - Throws: `BrokenPipe`; `Failure` of what cannot be written.
    func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw BrokenPipe() }
                throw Failure(.unreadable, "\(name) cannot be written: \(String(cString: strerror(errno)))")
            }
            sent += count
        }
    }
}

/// The reader of a pipe has seen enough, which is no failure.
struct BrokenPipe: Error {}
