/// How large a ``Tree`` may become.
public struct TreeLimits: Sendable {
    /// Tables within tables.
    public var depth: Int
    /// Values, keys included.
    public var nodes: Int
    /// Bytes of all strings together.
    public var bytes: Int

    public init(depth: Int = 64, nodes: Int = 4_000_000, bytes: Int = 64 << 20) {
        self.depth = depth
        self.nodes = nodes
        self.bytes = bytes
    }
}
