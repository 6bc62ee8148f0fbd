/// What one run may use.
public struct RunLimits: Sendable, Hashable, Codable {
    /// Bytes of the Lua heap.
    public var memory: Int
    /// Milliseconds from the start of the worker to its end, compiling, converting the result and closing
    /// included.
    public var time: Int
    /// Bytes of the document, as it travels from the worker to the host.
    public var output: Int
    /// Rows of all tables of the document.
    public var rows: Int

    public init(
        memory: Int = 64 << 20, time: Int = 10_000, output: Int = 1 << 30, rows: Int = 2_000_000
    ) {
        self.memory = memory
        self.time = time
        self.output = output
        self.rows = rows
    }

    /// What the whole process may use beyond the Lua heap: the engine's cache, batches, buffers.
    var processMemory: UInt64 { UInt64(memory) + (256 << 20) }

    /// How long after the time limit the host waits for the worker to stop by itself, which gives the better
    /// message, before it kills it: milliseconds.
    static let grace = 500
}
