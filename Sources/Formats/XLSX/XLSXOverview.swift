import Documents

/// The sheet of what is no table: title, texts, metrics, charts, and links to the sheets of the tables.
struct XLSXOverview {
    private let workbook: XLSXWorkbook
    private let words: XLSXWords
    private var values: XLSXValues
    private let sheet: XLSXSheet
    private var nextRow = 0

    private static let columns = 0...5
    private static let widths = [36, 16, 16, 16, 14, 14]
    /// Characters that surely stand in one line, which is a little less than the widths allow.
    private static let lineWidth = 100
    /// Excel has no rows of more than 409 points.
    private static let linesOfRow = 20

    init(_ workbook: XLSXWorkbook, words: XLSXWords, values: XLSXValues) throws(FormatError) {
        self.workbook = workbook
        self.words = words
        self.values = values
        sheet = try workbook.addSheet(words.overview, otherwise: words.overview)
        sheet.becomePage()
        for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, column: column) }
    }

    /// A text over the width of the sheet, in a role of prose.
    mutating func write(_ text: String, _ role: XLSXStyle.Role) throws(FormatError) {
        let (scale, lineHeight): (Double, Double) =
            switch role {
            case .title: (0.5, 24)
            case .heading: (0.65, 19)
            case .subtitle: (0.8, 16)
            default: (1, 15)
            }
        if role == .heading, nextRow > 0 { nextRow += 1 }
        var style = XLSXStyle(role: role, alignment: .start, wraps: true)
        style.readsFromRightToLeft = workbook.readsFromRightToLeft(text)
        let format = try workbook.format(style)
        for line in visibleText(text, keepingLines: true).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let lines = wrapped(String(line), width: Int(Double(Self.lineWidth) * scale))
            for start in stride(from: 0, to: lines.count, by: Self.linesOfRow) {
                let part = lines[start..<min(lines.count, start + Self.linesOfRow)]
                // The reader's program wraps, by its own font; here it is only known how high that may get.
                if case .text(let text) = values.text(part.joined(separator: " ")), !text.isEmpty {
                    try sheet.write(
                        text, row: nextRow, columns: Self.columns, lines: part.count, lineHeight: lineHeight,
                        format)
                }
                nextRow += 1
            }
        }
    }

    mutating func skipRow() {
        nextRow += 1
    }

    /// Neighbouring metrics, below each other.
    mutating func write(_ metrics: [Metric]) throws(FormatError) {
        if metrics.isEmpty { return }
        if nextRow > 0 { nextRow += 1 }
        var titles = [values.words.metric, values.words.value]
        let hasComparison = metrics.contains { $0.comparison != nil }
        let hasTarget = metrics.contains { $0.target != nil }
        if hasComparison { titles.append(values.words.comparedWith) }
        if hasTarget { titles.append(values.words.target) }
        for (column, title) in titles.enumerated() {
            var style = XLSXStyle(role: .columnTitle, alignment: column == 0 ? .start : .end, wraps: true)
            style.readsFromRightToLeft = workbook.readsFromRightToLeft(title)
            try sheet.write(.text(title), row: nextRow, column: column, workbook.format(style))
        }
        nextRow += 1
        for metric in metrics {
            try write(.text(metric.title), .text, column: 0)
            try write(metric.value, metric.type, column: 1)
            if let comparison = metric.comparison { try write(comparison, metric.type, column: 2) }
            if let target = metric.target { try write(target, metric.type, column: hasComparison ? 3 : 2) }
            nextRow += 1
        }
        nextRow += 1
    }

    private mutating func write(_ cell: Cell, _ type: ColumnType, column: Int) throws(FormatError) {
        let value = values.value(cell, type: type)
        var style = XLSXStyle(alignment: column == 0 ? .start : .end, wraps: true)
        switch value {
        case .number(_, let format):
            style.number = format
            style.wraps = false
        case .text(let text): style.readsFromRightToLeft = workbook.readsFromRightToLeft(text)
        case .boolean: style.number = .boolean
        case .empty: break
        }
        try sheet.write(value, row: nextRow, column: column, workbook.format(style))
    }

    mutating func write(_ drawing: XLSXDrawing) throws(FormatError) {
        nextRow += 1
        try sheet.insert(drawing, row: nextRow)
        nextRow += drawing.rows + 1
    }

    /// Where a table is, what it is called and how many rows it has.
    mutating func writeLinks(to table: XLSXTable, title: String?) throws(FormatError) {
        let name = title ?? table.sheetNames[0]
        let words = values.words
        if case .text(let text) = values.text("\(name)\(words.colon) \(words.rows(table.rowCount))") {
            try sheet.writeLink(
                text, to: table.sheetNames[0], row: nextRow, workbook.format(XLSXStyle(role: .link)))
            nextRow += 1
        }
        for continuing in table.sheetNames.dropFirst() {
            try sheet.writeLink(
                continuing, to: continuing, row: nextRow, workbook.format(XLSXStyle(role: .link)))
            nextRow += 1
        }
    }

    mutating func end() throws(FormatError) {
        if values.cutTexts > 0 {
            try write(words.cutTexts(values.cutTexts, workbook.limits.characters), .note)
        }
        try workbook.checkRows(of: sheet)
    }
}
