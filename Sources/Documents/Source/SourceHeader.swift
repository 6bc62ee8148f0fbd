/// What a file says about its columns.
public struct SourceHeader: Sendable, Hashable {
    public var columns: [SourceColumn]
    /// The rows that it takes; nil where columns have names without a row of their own, as in JSON.
    public var rows: ClosedRange<Int>?

    public init(columns: [SourceColumn], rows: ClosedRange<Int>?) {
        self.columns = columns
        self.rows = rows
    }

    public var titles: [String] { columns.map(\.title) }

    /// Where a row is, for a message: `row 12`, `item 3 (line 40)`.
    public func place(of row: SourceRow) -> String {
        guard rows == nil else { return "row \(row.number)" }
        guard let line = row.line, line != row.number else { return "line \(row.number)" }
        return "item \(row.number) (line \(line))"
    }

    /// Where a cell is, for a message: `row 12, column 'Due' (C12)`, `line 3, 'due'`.
    public func place(of row: SourceRow, column: Int) -> String {
        let title = columns.indices.contains(column) ? columns[column].title : ""
        guard rows != nil else { return "\(place(of: row)), '\(title)'" }
        let cell = SheetPlace(row: row.number, column: column).description
        return title.isEmpty
            ? "row \(row.number), cell \(cell)" : "row \(row.number), column '\(title)' (\(cell))"
    }
}

extension SourceHeader {
    /// The title of the column that Halqa puts behind rejected rows, for whoever corrects them. Nothing is read from it.
    public static let reasonTitle = "Rejected because"
}

/// A column of a foreign file.
public struct SourceColumn: Sendable, Hashable {
    /// What stands above it. Of a header in two rows both, joined by a space.
    public var title: String
    /// The texts of the header's rows above this column, from the top, without empty ones.
    public var parts: [String]
    /// The first column of the merged cell that heads this and its neighbours; nil for a head of its own.
    public var headedFrom: Int?

    public init(parts: [String], headedFrom: Int? = nil) {
        var texts: [String] = []
        for part in parts where !part.isEmpty && texts.last != part { texts.append(part) }
        self.parts = texts
        title = texts.joined(separator: " ")
        self.headedFrom = headedFrom
    }
}
