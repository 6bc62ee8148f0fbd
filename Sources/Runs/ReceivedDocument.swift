import Documents

/// What a host has of a worker's document so far: checked, counted and hashed.
struct ReceivedDocument {
    private let limits: RunLimits
    private var order = PartOrder()
    private var hash = SHA256()
    private var kept: [UInt8]? = []
    private var bytes = 0
    private var rows = 0
    private var logged = 0

    /// Bytes of printed lines that are passed on; the rest is counted and left out, which is said.
    private static let longestLog = 1 << 20

    init(limits: RunLimits) {
        self.limits = limits
    }

    var isComplete: Bool { order.isComplete }

    /// The part that a frame holds, once it is known to be one that may come here.
    mutating func part(_ body: [UInt8]) throws -> Part {
        bytes += body.count
        guard bytes <= limits.output else {
            throw OutputLimit("its document is larger than \(limits.output >> 20) MB, the limit")
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
        if kept != nil {
            if bytes > Receipt.longestKeptOutput {
                kept = nil
            } else {
                kept?.append(contentsOf: prefix + body)
            }
        }
        return part
    }

    /// A printed line, or nil when too much was printed already.
    mutating func log(_ body: [UInt8]) throws(ProtocolError) -> String? {
        guard let line = String(validating: body, as: UTF8.self) else {
            throw ProtocolError("a line that is not UTF-8")
        }
        guard logged <= Self.longestLog else { return nil }
        logged += body.count
        return logged > Self.longestLog
            ? "(what is printed from here on is left out: it is more than 1 MB)" : line
    }

    mutating func digest() -> (hash: String, bytes: Int, kept: [UInt8]?) {
        (hash.finish(), bytes, kept)
    }
}

/// A document that is larger than a run may make.
struct OutputLimit: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
