/// What a state may use.
public struct Limits: Sendable {
    /// Bytes of memory that scripts may use. What the host itself pushes is counted, but not refused.
    public var memory: Int
    /// Bytes of one source text.
    public var source: Int

    public init(memory: Int = 64 << 20, source: Int = 4 << 20) {
        self.memory = memory
        self.source = source
    }
}
