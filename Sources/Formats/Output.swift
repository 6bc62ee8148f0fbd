/// Where the bytes of a document go.
public typealias ByteSink = ([UInt8]) throws -> Void

/// Gathers bytes, so that the sink is called once in a while and not for every cell.
struct Output {
    private let sink: ByteSink
    private var bytes: [UInt8] = []
    private static let size = 1 << 16

    init(_ sink: @escaping ByteSink) {
        self.sink = sink
    }

    mutating func write(_ text: String) throws {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= Self.size { try flush() }
    }

    mutating func write(_ more: [UInt8]) throws {
        bytes.append(contentsOf: more)
        if bytes.count >= Self.size { try flush() }
    }

    mutating func flush() throws {
        guard !bytes.isEmpty else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
