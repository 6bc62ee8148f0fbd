import Documents

/// A table on its way to a terminal: gives lines as rows come, once it has seen enough of them to know how
/// wide its columns are.
struct TerminalTable {
    private let columns: [Column]
    private let width: Int?
    private var cells: TerminalCells
    private var sample: [[TerminalCell]] = []
    private var layout: TerminalLayout?
    private(set) var count = 0

    private static let sampleSize = 200

    init(_ columns: [Column], width: Int?, cells: TerminalCells) {
        self.columns = columns
        self.width = width
        self.cells = cells
    }

    mutating func lines(_ rows: [[Cell]]) -> [String] {
        var lines: [String] = []
        for row in rows {
            let shown = shown(row)
            count += 1
            if let layout {
                lines += layout.lines(shown)
            } else {
                sample.append(shown)
                if sample.count == Self.sampleSize { lines += begin(with: sample) }
            }
        }
        return lines
    }

    /// The lines that are left, and the totals.
    mutating func end(totals: [Cell]?) -> [String] {
        let totals = totals.map { shown($0) }
        var lines = layout == nil ? begin(with: sample + (totals.map { [$0] } ?? []), rows: sample) : []
        if let layout, let totals { lines += layout.totalsRule() + layout.lines(totals) }
        return lines
    }

    private mutating func begin(with seen: [[TerminalCell]], rows: [[TerminalCell]]? = nil) -> [String] {
        let made = TerminalLayout(columns, sample: seen, width: width)
        layout = made
        sample = []
        return made.header() + (rows ?? seen).flatMap { made.lines($0) }
    }

    private mutating func shown(_ row: [Cell]) -> [TerminalCell] {
        var shown: [TerminalCell] = []
        shown.reserveCapacity(row.count)
        for (column, cell) in zip(columns, row) { shown.append(cells.cell(cell, type: column.type)) }
        return shown
    }
}
