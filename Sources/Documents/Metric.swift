/// One number, or other value, that says how things are.
public struct Metric: Sendable, Hashable {
    public var title: String
    public var value: Cell
    /// How to show the value, and those it is held against.
    public var type: ColumnType
    /// The same at another time or place.
    public var comparison: Cell?
    /// What it should be.
    public var target: Cell?

    public init(
        title: String, value: Cell, type: ColumnType = .any, comparison: Cell? = nil, target: Cell? = nil
    ) {
        self.title = title
        self.value = value
        self.type = type
        self.comparison = comparison
        self.target = target
    }
}
