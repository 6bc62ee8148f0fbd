import Glibc
import Host

/// Where everything goes that is not a result.
enum StandardError {
    /// Writes lines; what in them could command a terminal is shown instead. Nothing is to be done when it cannot
    /// be written: there is nobody to be told.
    static func write(_ line: String) {
        // Progress may stand on the terminal's line.
        let clearing = isatty(STDERR_FILENO) == 1 ? "\u{1B}[K" : ""
        send(clearing + TerminalText.visible(line, keepingLines: true) + "\n")
    }

    /// Whether something can be written without waiting for whoever reads it.
    static var isReady: Bool {
        var stream = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        return poll(&stream, 1, 0) > 0 && stream.revents & Int16(POLLOUT) != 0
    }

    /// Writes as it is what is none of somebody else's.
    static func send(_ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDERR_FILENO, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            sent += count
        }
    }
}
