/// One message of a worker to its host: its length (4 bytes, little-endian, of what follows), a byte for its
/// kind, and its body.
///
/// ```
/// started, then logs and parts, answers or changes as they come, and last finished; or failed, at any time
/// ```
package struct Frame: Equatable {
    package enum Kind: UInt8, CaseIterable {
        /// A `Started`, in JSON.
        case started = 1
        /// A part of the document, as `PartEncoder` writes it.
        case part
        /// A line that the script printed, in UTF-8.
        case log
        /// A `Finished`, in JSON.
        case finished
        /// A `Failed`, in JSON.
        case failed
        /// What a job that makes no document answers, in JSON.
        case answer
        /// Changes that an import proposes, as `ChangeEncoder` writes them.
        case changes
    }

    let kind: Kind
    let body: [UInt8]

    /// Longer ones are refused: the sender is broken or hostile.
    static let longestBody = 16 << 20

    var bytes: [UInt8] {
        let length = UInt32(body.count + 1)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) } + [kind.rawValue] + body
    }
}

/// Cuts a stream of bytes into frames, believing nothing: a length out of bounds or an unknown kind is an
/// error before any memory is set aside for it.
package struct FrameDecoder {
    private var buffer: [UInt8] = []
    private var start = 0

    package init() {}

    package mutating func append(_ bytes: some Sequence<UInt8>) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole frame, or nil while it has not arrived.
    package mutating func next() throws(ProtocolError) -> Frame? {
        guard buffer.count - start >= 4 else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(buffer[start + $1]) << ($1 * 8) }
        guard length >= 1, length <= Frame.longestBody + 1 else {
            throw ProtocolError("a message of \(length) bytes")
        }
        guard buffer.count - start >= 5 else { return nil }
        guard let kind = Frame.Kind(rawValue: buffer[start + 4]) else {
            throw ProtocolError("a message of the unknown kind \(buffer[start + 4])")
        }
        guard buffer.count - start >= 4 + length else { return nil }
        let body = Array(buffer[(start + 5)..<(start + 4 + length)])
        start += 4 + length
        return Frame(kind: kind, body: body)
    }
}

/// What a worker sent that no worker of ours sends.
package struct ProtocolError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
