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

    /// The row of the columns' tags; nil where none has one.
    public var tags: [Cell]? {
        guard columns.contains(where: { $0.tag != nil }) else { return nil }
        return columns.map { column in column.tag.map { .text($0) } ?? .empty }
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
