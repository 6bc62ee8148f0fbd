import Foundation

/// A worker's end of the pipe to its host, and the time that it has left. Waiting for the host to read does not
/// count.
struct WorkerChannel {
    var deadline: ContinuousClock.Instant

    init(deadline: ContinuousClock.Instant) {
        self.deadline = deadline
    }

    /// At least a nanosecond: a deadline that has passed is one that passes at once.
    var remaining: Duration { max(.nanoseconds(1), ContinuousClock.now.duration(to: deadline)) }

    mutating func send(_ kind: Frame.Kind, _ message: some Encodable) throws {
        try send(Frame(kind: kind, body: Array(try JSONEncoder().encode(message))))
    }

    /// - Throws: when the host no longer reads.
    mutating func send(_ frame: Frame) throws {
        let began = ContinuousClock.now
        defer { deadline += ContinuousClock.now - began }
        guard frame.body.count <= Frame.longestBody else {
            throw ProtocolError("a message of \(frame.body.count) bytes")
        }
        let bytes = frame.bytes
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(STDOUT_FILENO, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw ProtocolError("a pipe that its host has closed")
            }
            sent += count
        }
    }
}
