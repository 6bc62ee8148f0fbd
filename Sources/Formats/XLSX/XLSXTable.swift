import Documents

/// A table on a sheet of its own: a header that stays in view and filters, the rows, the totals, and the
/// notes after an empty row. What does not fit continues on a next sheet, which both of them say; of a table that has
/// to be alone it is an error.
struct XLSXTable {
    /// Those of the table, after one for the group where rows have one.
    private let columns: [Column]
    private let isGrouped: Bool
    /// That of the next rows.
    var group = Cell.empty
    private let alignments: [Column.Alignment?]
    private let title: String
    private let keepsRows: Bool
    private let isAlone: Bool
    private let headerRows: Int
    private let workbook: XLSXWorkbook
    private let words: XLSXWords
    private var values: XLSXValues
    private var widths: XLSXColumnWidths
    private var sheet: XLSXSheet
    private var nextRow = 0
    private var linkCount = 0

    /// The sheets that have rows of it, in order.
    private(set) var sheetNames: [String]
    /// How many rows were written, without header and totals.
    private(set) var rowCount = 0

    /// `title`: of the sheet. One that keeps its rows has them in memory, where charts find their values.
    init(
        _ own: [Column], grouping: String? = nil, title: String, in workbook: XLSXWorkbook, words: XLSXWords,
        values: XLSXValues,
        keepsRows: Bool = false, isAlone: Bool = false
    ) throws(FormatError) {
        let columns = (grouping.map { [Column(name: "group", title: $0, type: .any)] } ?? []) + own
        isGrouped = grouping != nil
        guard columns.count <= workbook.limits.columns else {
            throw .tooManyColumns(columns.count, limit: workbook.limits.columns)
        }
        self.columns = columns
        // Of a column of which nothing is known, numbers keep to the end all the same.
        alignments = columns.map { $0.type == .any && $0.alignment == .start ? nil : $0.alignment }
        self.title = title
        self.keepsRows = keepsRows
        self.isAlone = isAlone
        headerRows = columns.contains { $0.heading != nil } ? 2 : 1
        self.workbook = workbook
        self.words = words
        self.values = values
        widths = XLSXColumnWidths(columns)
        sheet = try workbook.addSheet(title, otherwise: words.table, keepsRows: keepsRows)
        sheetNames = [sheet.name]
        try writeHeader()
    }

    mutating func write(_ rows: [TableRow]) throws(FormatError) {
        for row in rows {
            // The last two are for the note that says where the table continues.
            if nextRow >= workbook.limits.rows - (isAlone ? 0 : 2) { try continueOnNextSheet() }
            try write(grouped(row), role: .body)
            rowCount += 1
        }
        try workbook.checkRows(of: sheet)
    }

    mutating func write(subtotal totals: [Cell]) throws(FormatError) {
        if nextRow >= workbook.limits.rows - 2 { try continueOnNextSheet() }
        try write(grouped(TableRow(totals)), role: .total)
    }

    private func grouped(_ row: TableRow) -> TableRow {
        guard isGrouped else { return row }
        var places: [Int: Highlight] = [:]
        for (place, highlight) in row.cellHighlights { places[place + 1] = highlight }
        return TableRow([group] + row.cells, highlight: row.highlight, cellHighlights: places)
    }

    mutating func end(_ footer: TableFooter) throws(FormatError) {
        var notes = footer.notes
        if values.cutTexts > 0 { notes.append(words.cutTexts(values.cutTexts, workbook.limits.characters)) }
        if sheetNames.count > 1 { notes.append(words.beginsOn(sheetNames[0])) }
        let below = (footer.totals == nil ? 0 : 1) + (notes.isEmpty ? 0 : 1 + notes.count)
        if nextRow + below > workbook.limits.rows { try continueOnNextSheet() }
        try sheet.addFilter(rows: nextRow, columns: columns.count, header: headerRows)
        group = .empty
        if let totals = footer.totals { try write(grouped(TableRow(totals)), role: .total) }
        if !isAlone { try write(notes: notes) }
        try setWidths()
        try workbook.checkRows(of: sheet)
    }

    private mutating func continueOnNextSheet() throws(FormatError) {
        guard !isAlone else {
            throw .tooLarge(
                what: "more than \(rowCount) rows", limit: workbook.limits.rows - headerRows, format: .xlsx)
        }
        try sheet.addFilter(rows: nextRow, columns: columns.count, header: headerRows)
        let next = try workbook.addSheet(title, otherwise: words.table, keepsRows: keepsRows)
        try write(notes: [words.continuesOn(next.name)])
        try setWidths()
        sheet = next
        sheetNames.append(next.name)
        nextRow = 0
        try writeHeader()
    }

    private mutating func writeHeader() throws(FormatError) {
        if headerRows == 2 {
            try writeHeadings()
        } else {
            for column in columns.indices {
                try writeTitle(columns[column].title, rows: 0...0, columns: column...column)
            }
        }
        try sheet.freezeHeader(rows: headerRows)
        nextRow = headerRows
        if let tags = TableHeader(columns: columns).tags { try write(TableRow(tags), role: .body) }
    }

    /// Titles in two rows: a heading over all neighbours that have it, a title over those that have it below the same
    /// heading, and one without a heading over both rows.
    private mutating func writeHeadings() throws(FormatError) {
        let headed = columns.indices.filter { columns[$0].heading != nil }
        let others = columns.indices.filter { columns[$0].heading == nil }
        for span in spans(of: headed, by: { [$0.heading] }) {
            try writeTitle(columns[span.lowerBound].heading ?? "", rows: 0...0, columns: span)
        }
        for column in others { try writeTitle(columns[column].title, rows: 0...0, columns: column...column) }
        for span in spans(of: headed, by: { [$0.heading, $0.title] }) {
            try writeTitle(columns[span.lowerBound].title, rows: 1...1, columns: span)
        }
        // Of a sheet that streams the first row is written by now, and stays as it is.
        for column in others { try writeTitle("", rows: 0...1, columns: column...column) }
    }

    /// Neighbours among the columns that have the same of something.
    private func spans(of places: [Int], by key: (Column) -> [String?]) -> [ClosedRange<Int>] {
        var spans: [ClosedRange<Int>] = []
        for place in places {
            if let last = spans.last, last.upperBound == place - 1,
                key(columns[place - 1]) == key(columns[place])
            {
                spans[spans.count - 1] = last.lowerBound...place
            } else {
                spans.append(place...place)
            }
        }
        return spans
    }

    private mutating func writeTitle(
        _ title: String, rows: ClosedRange<Int>, columns span: ClosedRange<Int>
    ) throws(FormatError) {
        let alignment = span.count > 1 ? .center : columns[span.lowerBound].alignment
        var style = XLSXStyle(role: .columnTitle, alignment: alignment, wraps: true)
        style.readsFromRightToLeft = workbook.readsFromRightToLeft(title)
        let format = try workbook.format(style)
        if rows.count == 1 && span.count == 1 {
            try sheet.write(values.text(title), row: rows.lowerBound, column: span.lowerBound, format)
        } else {
            try sheet.merge(workbookText(title), rows: rows, columns: span, format)
        }
    }

    private mutating func write(_ row: TableRow, role: XLSXStyle.Role) throws(FormatError) {
        widths.nextRow()
        var lines = 1
        for (column, cell) in row.cells.enumerated() {
            let cutBefore = values.cutTexts
            let value = values.value(cell, type: columns[column].type)
            guard !isAlone || values.cutTexts == cutBefore else {
                throw .textTooLong(
                    row: nextRow + 1, column: columns[column].title, limit: workbook.limits.characters)
            }
            var style = XLSXStyle(role: role, alignment: alignments[column])
            style.highlight = row.highlight(at: column)
            style.hasSign = row.signed(at: column) != nil
            switch value {
            case .empty:
                // A line goes all the way over the totals, a colour through the row.
                if role == .total || style.highlight != nil {
                    try sheet.writeBlank(row: nextRow, column: column, workbook.format(style))
                }
                continue
            case .number(_, let format): style.number = format
            case .text(let text):
                style.readsFromRightToLeft = workbook.readsFromRightToLeft(text)
                style.wraps = text.utf8.count > XLSXColumnWidths.widest || text.utf8.contains(0x0A)
                if style.wraps { lines = max(lines, XLSXColumnWidths.lines(of: text)) }
            case .boolean: style.number = .boolean
            }
            widths.measure(value, column: column)
            if let address = cell.address(columns[column].type), linkCount < workbook.limits.links {
                linkCount += 1
                style.isLink = true
                try sheet.writeLink(address, row: nextRow, column: column, workbook.format(style))
            } else {
                try sheet.write(value, row: nextRow, column: column, workbook.format(style))
            }
        }
        // Programs do not all find out by themselves how high a row must be.
        if lines > 1 { try sheet.setHeight(lines: lines, row: nextRow) }
        nextRow += 1
    }

    private mutating func write(notes: [String]) throws(FormatError) {
        if notes.isEmpty { return }
        nextRow += 1
        for note in notes {
            var style = XLSXStyle(role: .note, alignment: .start)
            style.readsFromRightToLeft = workbook.readsFromRightToLeft(note)
            try sheet.write(values.text(note), row: nextRow, column: 0, workbook.format(style))
            nextRow += 1
        }
    }

    private func setWidths() throws(FormatError) {
        for (column, width) in widths.widths.enumerated() { try sheet.setWidth(width, column: column) }
    }
}
