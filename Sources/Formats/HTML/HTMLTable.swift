import Documents

/// A table on its way into a page: gives HTML as rows come. It begins with the first of them, which say how
/// columns of unknown type are aligned.
struct HTMLTable {
    private let columns: [Column]
    private let title: String?
    /// What the box in which the table scrolls is called.
    private let label: String
    private let id: String
    private var cells: HTMLCells
    private var alignments: [Column.Alignment]?
    private var count = 0
    private var nextGroup: Cell?

    /// Wider than this, the table is printed across the paper; wider than the second, with each row as a list.
    private static let mostUpright = 7
    private static let mostAcross = 14

    init(_ header: TableHeader, label: String, id: String, cells: HTMLCells) {
        columns = header.columns
        title = header.title
        self.label = label
        self.id = id
        self.cells = cells
    }

    /// Begins a group of rows, with the first of them.
    mutating func group(_ cell: Cell) {
        nextGroup = cell
    }

    mutating func subtotal(_ totals: [Cell]) -> String {
        html(TableRow(totals), class: "subtotal")
    }

    mutating func html(_ rows: [TableRow]) -> String {
        guard !rows.isEmpty else { return "" }
        var html = alignments == nil ? begin(rows) : ""
        if let group = nextGroup {
            html +=
                "</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(columns.count)\">"
            html += "<span>\(cells.html(.shownLabel(group)))</span></th></tr>\n"
            nextGroup = nil
        }
        for row in rows { html += self.html(row, class: row.highlight?.rawValue) }
        count += rows.count
        return html
    }

    mutating func end(_ footer: TableFooter) -> String {
        var html = ""
        if count == 0, footer.totals == nil {
            html += "<div>\n"
            if let title { html += "<p class=\"caption\">\(cells.isolated(title))</p>\n" }
            html += "<p class=\"remark\">\(cells.isolated(cells.words.noRows))</p>\n"
        } else {
            if alignments == nil { html += begin([]) }
            html += "</tbody>\n"
            if let totals = footer.totals {
                html += "<tfoot>\n\(self.html(TableRow(totals), class: nil))</tfoot>\n"
            }
            html += "</table>\n</div>\n<p class=\"remark\">\(cells.isolated(cells.words.rows(count)))</p>\n"
        }
        for note in footer.notes { html += cells.note(note) }
        return html + "</div>\n"
    }

    private mutating func begin(_ rows: [TableRow]) -> String {
        let alignments = shownAlignments(columns, rows)
        self.alignments = alignments
        let name = title.map { _ in "aria-labelledby=\"\(id)\"" } ?? "aria-label=\"\(markup(label))\""
        var html = "<div\(paper)>\n<div class=\"box\" role=\"group\" tabindex=\"0\" \(name)>\n<table>\n"
        if let title { html += "<caption id=\"\(id)\"><span>\(cells.isolated(title))</span></caption>\n" }
        html += "<thead>\n<tr>"
        for (column, alignment) in zip(columns, alignments) {
            html += "<th scope=\"col\"\(Self.attribute(alignment))>\(cells.isolated(column.title))</th>"
        }
        return html + "</tr>\n</thead>\n<tbody>\n"
    }

    private mutating func html(_ row: TableRow, class name: String?) -> String {
        var html = name.map { "<tr class=\"\($0)\">" } ?? "<tr>"
        for (index, cell) in row.cells.enumerated() {
            let column = columns[index]
            var classes = [(alignments?[index] ?? column.alignment).rawValue].filter { $0 != "start" }
            if let highlight = row.cellHighlights[index] { classes.append(highlight.rawValue) }
            let alignment = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
            let sign = row.signed(at: index).map(cells.sign) ?? ""
            let title = markup(column.title + cells.words.colon)
            let name = columns.count > Self.mostAcross ? " data-title=\"\(title)\"" : ""
            html += "<td\(alignment)\(name)>\(sign)\(cells.html(cell, type: column.type))</td>"
        }
        return html + "</tr>\n"
    }

    private var paper: String {
        let isListed = columns.count > Self.mostAcross
        return isListed ? " class=\"listed\"" : columns.count > Self.mostUpright ? " class=\"across\"" : ""
    }

    private static func attribute(_ alignment: Column.Alignment) -> String {
        alignment == .start ? "" : " class=\"\(alignment.rawValue)\""
    }
}

extension HTMLCells {
    func note(_ text: String) -> String {
        "<p class=\"note\"><strong>\(isolated(words.note))\(words.colon)</strong> \(isolated(text))</p>\n"
    }
}
