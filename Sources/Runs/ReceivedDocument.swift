import Digests
import Documents
import Foundation

/// What a host has of a worker's document so far: checked, counted and hashed.
struct ReceivedDocument {
    private let limits: RunLimits
    private var order = PartOrder()
    private var hash = SHA256()
    private var kept: Data? = Data()
    private var bytes = 0
    private var charged = 0
    private var rows = 0

    /// What a part counts for at least, in bytes, against the limit: taking one has a price of its own, and
    /// millions of tiny ones would keep the host busy for long.
    private static let leastCharge = 64

    init(limits: RunLimits) {
        self.limits = limits
    }

    var isComplete: Bool { order.isComplete }

    /// The part that a frame holds, once it is known to be one that may come here.
    ///
    /// - Throws: `OutputLimit`, `ProtocolError`.
    mutating func part(_ body: [UInt8]) throws -> Part {
        bytes += body.count
        charged += max(body.count, Self.leastCharge)
        guard charged <= limits.output else {
            throw OutputLimit(
                "its document is larger than \(ByteCount.text(limits.output)), the limit; filter or group it")
        }
        let part: Part
        do {
            part = try PartDecoder.decode(body)
            try order.check(part)
        } catch {
            throw ProtocolError("a document that is none (\(error))")
        }
        if case .rows(let more) = part {
            rows += more.count
            guard rows <= limits.rows else {
                throw OutputLimit(
                    "its tables have more than \(limits.rows) rows, the limit; filter or group them")
            }
        }
        let length = UInt32(body.count)
        let prefix = (0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
        hash.update(prefix)
        hash.update(body)
        if bytes > Receipt.longestKeptOutput { kept = nil }
        kept?.append(contentsOf: prefix)
        kept?.append(contentsOf: body)
        return part
    }

    mutating func digest() -> (hash: String, bytes: Int, kept: Data?) {
        (hash.finish(), bytes, kept)
    }
}

/// A document that is larger than a run may make.
package struct OutputLimit: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
