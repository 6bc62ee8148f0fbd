/// Reads what another process wrote, trusting nothing of it: never past the end, never more than is there.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - offset }

    mutating func byte() throws(DecodeError) -> UInt8 {
        guard offset < bytes.count else { throw .truncated(offset: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func bits() throws(DecodeError) -> UInt64 {
        guard remaining >= 8 else { throw .truncated(offset: offset) }
        var bits: UInt64 = 0
        for index in 0..<8 { bits |= UInt64(bytes[offset + index]) << (8 * UInt64(index)) }
        offset += 8
        return bits
    }

    /// A count of things that take at least `size` bytes each; as many must still be there.
    mutating func count(size: Int) throws(DecodeError) -> Int {
        guard remaining >= 4 else { throw .truncated(offset: offset) }
        var count = 0
        for index in 0..<4 { count |= Int(bytes[offset + index]) << (8 * index) }
        offset += 4
        guard count <= remaining / size else { throw .truncated(offset: offset) }
        return count
    }

    mutating func text() throws(DecodeError) -> String {
        let length = try count(size: 1)
        guard let text = String(validating: bytes[offset..<offset + length], as: UTF8.self) else {
            throw .invalid("text that is not UTF-8", offset: offset)
        }
        offset += length
        return text
    }

    mutating func flag() throws(DecodeError) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw .invalid("a flag that is neither 0 nor 1", offset: offset - 1)
        }
    }
}

/// Why bytes are no part of a document; offsets are those of the offending bytes, from 0.
public enum DecodeError: Error, Sendable, Hashable, CustomStringConvertible {
    case truncated(offset: Int)
    case trailing(count: Int)
    case tooManyBytes(count: Int, limit: Int)
    case tooManyCells(limit: Int)
    case tooDeep(limit: Int)
    case invalid(String, offset: Int)

    public var description: String {
        switch self {
        case .truncated(let offset): "the part ends early, at byte \(offset)"
        case .trailing(let count): "\(count) bytes follow the part's end"
        case .tooManyBytes(let count, let limit):
            "the part has \(count) bytes, where at most \(limit) were expected"
        case .tooManyCells(let limit): "the part has more than \(limit) cells"
        case .tooDeep(let limit): "a list lies more than \(limit) lists deep"
        case .invalid(let what, let offset): "the part has \(what), at byte \(offset)"
        }
    }
}
