import Documents

/// A table of GitHub Flavored Markdown on its way: gives lines as rows come. It begins with the first of them,
/// which say how columns of unknown type are aligned.
struct MarkdownTable {
    private let columns: [Column]
    private let isRightToLeft: Bool
    private var cells: CellText
    private(set) var hasBegun = false
    private(set) var count = 0

    init(_ columns: [Column], isRightToLeft: Bool, cells: CellText) {
        self.columns = columns
        self.isRightToLeft = isRightToLeft
        self.cells = cells
    }

    mutating func lines(_ rows: [[Cell]]) -> [String] {
        var lines = hasBegun ? [] : begin(rows)
        for row in rows { lines.append(line(shown(row))) }
        count += rows.count
        return lines
    }

    mutating func totals(_ totals: [Cell]) -> [String] {
        let begun = hasBegun ? [] : begin([])
        return begun + [line(shown(totals).map { $0.isEmpty ? "" : "**\($0)**" })]
    }

    private mutating func begin(_ rows: [[Cell]]) -> [String] {
        hasBegun = true
        let rules = shownAlignments(columns, rows).map { alignment in
            // The sides of the format are left and right.
            switch alignment {
            case .start: "---"
            case .center: ":-:"
            case .end: isRightToLeft ? ":--" : "--:"
            }
        }
        return [line(columns.map { markdown($0.title, keepingLines: true) }), line(rules)]
    }

    private mutating func shown(_ row: [Cell]) -> [String] {
        var shown: [String] = []
        shown.reserveCapacity(row.count)
        for (column, cell) in zip(columns, row) {
            shown.append(markdown(cells.text(cell, type: column.type), keepingLines: true))
        }
        return shown
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }
}
