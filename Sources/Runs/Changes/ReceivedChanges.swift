import Digests

/// What a host has of the changes that an import proposes: counted and hashed.
struct ReceivedChanges {
    private let limits: RunLimits
    private var hash = SHA256()
    private var bytes = 0

    init(limits: RunLimits) {
        self.limits = limits
    }

    /// - Throws: `OutputLimit`.
    mutating func take(_ body: [UInt8]) throws(OutputLimit) {
        bytes += body.count
        guard bytes <= limits.output else {
            throw OutputLimit(
                "its changes are larger than \(ByteCount.text(limits.output)), the limit; import the file in parts"
            )
        }
        hash.update(body)
    }

    mutating func digest() -> (hash: String, bytes: Int) { (hash.finish(), bytes) }
}
