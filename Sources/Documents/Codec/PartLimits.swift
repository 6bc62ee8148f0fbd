/// How large one encoded part may be. Whoever has more to say says it in several parts.
public struct PartLimits: Sendable, Hashable {
    /// Of the encoded part.
    public var bytes: Int
    /// Cells in one part, those in lists included: a cell takes more memory than the byte it may come in.
    public var cells: Int
    /// How deep lists may lie in lists.
    public var depth: Int

    public init(bytes: Int, cells: Int, depth: Int) {
        self.bytes = bytes
        self.cells = cells
        self.depth = depth
    }

    public static let standard = PartLimits(bytes: 16 << 20, cells: 1 << 18, depth: 8)
}
