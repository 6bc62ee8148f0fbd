/// What begins a table.
public struct TableHeader: Sendable, Hashable {
    public var title: String?
    /// At least one.
    public var columns: [Column]

    public init(title: String? = nil, columns: [Column]) {
        self.title = title
        self.columns = columns
    }
}

/// What ends a table.
public struct TableFooter: Sendable, Hashable {
    /// Remarks below the table, in plain text.
    public var notes: [String]
    /// A last row with a cell for every column.
    public var totals: [Cell]?

    public init(notes: [String] = [], totals: [Cell]? = nil) {
        self.notes = notes
        self.totals = totals
    }
}
