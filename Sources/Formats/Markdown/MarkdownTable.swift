import Documents

/// A table of GitHub Flavored Markdown on its way: gives lines as rows come. It begins with the first of them,
/// which say how columns of unknown type are aligned.
struct MarkdownTable {
    private let columns: [Column]
    private let isRightToLeft: Bool
    private var cells: CellText
    private(set) var hasBegun = false
    private(set) var count = 0
    private var nextGroup: Cell?

    init(_ columns: [Column], isRightToLeft: Bool, cells: CellText) {
        self.columns = columns
        self.isRightToLeft = isRightToLeft
        self.cells = cells
    }

    /// Gives the heading of a group of rows, with the first of them.
    mutating func group(_ cell: Cell) {
        nextGroup = cell
    }

    mutating func lines(_ rows: [TableRow]) -> [String] {
        var lines = hasBegun ? [] : begin(rows)
        if let group = nextGroup {
            let heading = "**\(markdown(cells.text(.shownLabel(group)), keepingLines: true))**"
            lines.append(line([heading] + columns.dropFirst().map { _ in "" }))
            nextGroup = nil
        }
        for row in rows {
            var shown = shown(row.cells)
            for place in shown.indices {
                guard let highlight = row.signed(at: place) else { continue }
                shown[place] = "**\(highlight.sign)** \(shown[place])"
            }
            lines.append(line(shown))
        }
        count += rows.count
        return lines
    }

    mutating func totals(_ totals: [Cell]) -> [String] {
        let begun = hasBegun ? [] : begin([])
        return begun + [line(shown(totals).map { $0.isEmpty ? "" : "**\($0)**" })]
    }

    private mutating func begin(_ rows: [TableRow]) -> [String] {
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
            let text = markdown(cells.text(cell, type: column.type), keepingLines: true)
            shown.append(cell.address(column.type).map { "[\(text)](<\(escapedAddress($0))>)" } ?? text)
        }
        return shown
    }

    /// Within angle brackets, in a cell of a table.
    private func escapedAddress(_ address: String) -> String {
        address.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("|", with: "%7C")
            .replacing("\\", with: "%5C")
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }
}
