/// Follows a document's parts and refuses what cannot come next: a row outside of a table, a row with too
/// many cells, anything after the end. What comes from another process goes through it.
public struct PartOrder: Sendable {
    private enum State: Sendable {
        case before
        case open
        case table(width: Int)
        case after
    }

    private var state = State.before

    public init() {}

    /// Whether the document has come to its end.
    public var isComplete: Bool {
        if case .after = state { return true }
        return false
    }

    public mutating func check(_ part: Part) throws(PartOrderError) {
        switch (state, part) {
        case (.before, .begin): state = .open
        case (.before, _): throw .beforeBegin
        case (.after, _): throw .afterEnd
        case (_, .begin): throw .secondBegin
        case (.open, .rows), (.open, .endTable), (.open, .group), (.open, .subtotal): throw .outsideTable
        case (.open, .beginTable(let header)):
            guard !header.columns.isEmpty else { throw .noColumns }
            state = .table(width: header.columns.count)
        case (.open, .end): state = .after
        case (.open, .heading(let level, _)):
            guard (1...6).contains(level) else { throw .headingLevel(level) }
        case (.open, _): break
        case (.table(let width), .rows(let rows)):
            for row in rows where row.cells.count != width {
                throw .wrongWidth(cells: row.cells.count, columns: width)
            }
        case (.table, .group): break
        case (.table(let width), .subtotal(let totals)):
            guard totals.count == width else { throw .wrongWidth(cells: totals.count, columns: width) }
        case (.table(let width), .endTable(let footer)):
            if let totals = footer.totals, totals.count != width {
                throw .wrongWidth(cells: totals.count, columns: width)
            }
            state = .open
        case (.table, _): throw .insideTable
        }
    }
}

/// A part that cannot come where it came.
public enum PartOrderError: Error, Sendable, Hashable, CustomStringConvertible {
    case beforeBegin, secondBegin, afterEnd, outsideTable, insideTable, noColumns
    case headingLevel(Int)
    case wrongWidth(cells: Int, columns: Int)

    public var description: String {
        switch self {
        case .beforeBegin: "a part of the document came before its beginning"
        case .secondBegin: "the document began a second time"
        case .afterEnd: "a part of the document came after its end"
        case .outsideTable: "rows, or a table's end, came outside of a table"
        case .insideTable: "another part came before the table's end"
        case .noColumns: "a table needs at least one column"
        case .headingLevel(let level): "a heading has the level \(level), where 1 to 6 was expected"
        case .wrongWidth(let cells, let columns):
            "a row has \(cells) cells where the table has \(columns) columns"
        }
    }
}
