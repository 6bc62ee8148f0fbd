/// What begins a table.
public struct TableHeader: Sendable, Hashable {
    public var title: String?
    /// At least one.
    public var columns: [Column]
    /// What the groups of rows have in common, "Status"; nil where rows are not grouped.
    public var grouping: String?

    public init(title: String? = nil, columns: [Column], grouping: String? = nil) {
        self.title = title
        self.grouping = grouping
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
