/// What one run may use.
public struct RunLimits: Sendable, Hashable, Codable {
    /// Bytes of the Lua heap.
    public var memory: Int
    /// Milliseconds from the start of the worker to its end, compiling, converting the result and closing
    /// included.
    public var time: Int
    /// Bytes of the document, as it travels from the worker to the host; small parts count for a little more.
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

    /// What the whole process may use beyond the Lua heap: the engine's cache, batches, buffers; for a foreign file
    /// also what its reader keeps, most of which are the shared texts of a workbook.
    func processMemory(readsFile: Bool) -> UInt64 { UInt64(memory) + (readsFile ? 1 << 30 : 256 << 20) }

    /// Seconds of processor time over all threads of the process, of which one runs the script and another may
    /// decode ahead. The clock on the wall stops a run first, unless the worker evades it.
    ///
    /// - Parameter isInSteps: whether the time is that of one step of many.
    func processorTime(isInSteps: Bool) -> UInt64 { isInSteps ? 24 * 3600 : 2 * UInt64(time / 1000 + 2) }

    /// How long after the time limit the host waits for the worker to stop by itself, which gives the better
    /// message, before it kills it: milliseconds.
    static let grace = 500

    /// `10 seconds`, `0.25 seconds`.
    static func text(milliseconds: Int) -> String {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let number = rest == 0 ? "\(seconds)" : "\(Double(milliseconds) / 1000)"
        return number + (milliseconds == 1000 ? " second" : " seconds")
    }
}
