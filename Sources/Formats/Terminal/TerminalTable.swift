import Documents

/// A table on its way to a terminal: gives lines as rows come, once it has seen enough of them to know how
/// wide its columns are.
struct TerminalTable {
    private let columns: [Column]
    private let width: Int?
    private var cells: TerminalCells
    private let hasColors: Bool
    private var sample: [Line] = []
    private var layout: TerminalLayout?
    private(set) var count = 0

    private static let sampleSize = 200

    init(_ columns: [Column], width: Int?, hasColors: Bool = false, cells: TerminalCells) {
        self.hasColors = hasColors
        self.columns = columns
        self.width = width
        self.cells = cells
    }

    mutating func lines(_ rows: [TableRow]) -> [String] {
        count += rows.count
        return rows.flatMap { lines(.row(shown($0))) }
    }

    /// The heading of the rows that follow.
    mutating func group(_ cell: Cell) -> [String] {
        lines(.heading(cells.cell(.shownLabel(cell), type: .any).text))
    }

    mutating func subtotal(_ totals: [Cell]) -> [String] {
        lines(.totals(shown(TableRow(totals))))
    }

    /// The lines that are left, and the totals.
    mutating func end(totals: [Cell]?) -> [String] {
        let left = totals.map { subtotal($0) } ?? []
        return layout == nil ? begin() : left
    }

    private mutating func lines(_ line: Line) -> [String] {
        if let layout { return layout.lines(line) }
        sample.append(line)
        return sample.count == Self.sampleSize ? begin() : []
    }

    private mutating func begin() -> [String] {
        let made = TerminalLayout(
            columns, sample: sample.compactMap(\.cells), width: width, hasColors: hasColors)
        layout = made
        defer { sample = [] }
        return made.header() + sample.flatMap { made.lines($0) }
    }

    private mutating func shown(_ row: TableRow) -> [TerminalCell] {
        var shown: [TerminalCell] = []
        shown.reserveCapacity(row.cells.count)
        for (column, cell) in zip(columns, row.cells) {
            shown.append(cells.cell(cell, type: column.type))
        }
        guard row.highlight != nil || !row.cellHighlights.isEmpty else { return shown }
        for place in shown.indices {
            shown[place].highlight = row.highlight(at: place)
            if let highlight = row.signed(at: place) { shown[place] = shown[place].signed(highlight.sign) }
        }
        return shown
    }
}

extension TerminalTable {
    /// What has a place among the rows of a table.
    enum Line {
        case row([TerminalCell])
        case heading(String)
        case totals([TerminalCell])

        var cells: [TerminalCell]? {
            switch self {
            case .row(let cells), .totals(let cells): cells
            case .heading: nil
            }
        }
    }
}
