/// A row of a table: a cell for every column, and what in it the reader should notice.
public struct TableRow: Sendable, Hashable, ExpressibleByArrayLiteral {
    public var cells: [Cell]
    /// Of the whole row.
    public var highlight: Highlight?
    /// Of single cells, by their place; it goes before the row's.
    public var cellHighlights: [Int: Highlight]

    public init(_ cells: [Cell], highlight: Highlight? = nil, cellHighlights: [Int: Highlight] = [:]) {
        self.cells = cells
        self.highlight = highlight
        self.cellHighlights = cellHighlights
    }

    public init(arrayLiteral elements: Cell...) {
        self.init(elements)
    }

    public func highlight(at place: Int) -> Highlight? {
        cellHighlights.isEmpty ? highlight : cellHighlights[place] ?? highlight
    }
}

/// Why something stands out. It is shown by a colour and by a sign.
public enum Highlight: String, Sendable, CaseIterable {
    case danger, warning, success
    /// It matters less than the others.
    case muted
}
