import Documents

/// Reads a sheet of a workbook (ECMA-376) of Excel, LibreOffice and others. Formulas have the values that the
/// file holds for them; macros and links to other workbooks are left alone. The text of a merged cell is that of
/// all of its cells.
struct XLSXReader: RowReader {
    let header: SourceHeader
    let details: SourceDetails
    private let file: SourceFile
    private let sheet: XMLPart
    private let rows: SheetRows
    private let unpackedTotal: Int
    /// Below the header, those that begin further down first.
    private var merged: [MergedCells]
    /// The merged cells in which the row at hand lies, and what they hold.
    private var open: [(cells: MergedCells, value: SourceCell)] = []
    private var ahead: ArraySlice<SourceRow>
    private var isAtEnd = false
    /// Of all rows until here.
    private var textBytes = 0
    private let limits: ReadingLimits
    private var remarks = ReadingRemarks()

    init(_ file: SourceFile, _ options: ReadingOptions, _ limits: ReadingLimits) throws(ReadingError) {
        self.file = file
        self.limits = limits
        let workbook = try Workbook(file, limits)
        let chosen = try workbook.sheet(options.sheet)
        var details = SourceDetails(.xlsx)
        details.sheet = chosen.name
        details.sheets = workbook.sheets.map(\.name)
        details.isRightToLeft = chosen.survey.isRightToLeft
        details.epoch = workbook.epoch
        self.details = details
        for remark in workbook.remarks + chosen.remarks { remarks.say(remark) }

        rows = SheetRows(try workbook.texts(), try workbook.styles(), workbook.epoch, limits)
        sheet = try workbook.part(chosen.path, rows)
        unpackedTotal = chosen.unpacked
        var first: [SourceRow] = []
        while first.count < HeaderFinder.lookahead, let row = try Self.next(sheet, rows) {
            if row.number >= options.headerRow ?? 1 { first.append(row) }
        }
        let found = try HeaderFinder(
            rows: first, merged: chosen.survey.merged, options: options, limits: limits
        ).find()
        header = found.header
        for remark in found.remarks { remarks.say(remark) }
        let last = found.header.rows?.upperBound ?? 0
        merged = chosen.survey.merged.filter { $0.rows.lowerBound > last }
            .sorted {
                ($0.rows.lowerBound, $0.columns.lowerBound) > ($1.rows.lowerBound, $1.columns.lowerBound)
            }
        ahead = first.dropFirst(found.taken)
        if ahead.isEmpty { remarks.say("the sheet has a header and no rows below it") }
    }

    var progress: ReadingProgress {
        ReadingProgress(bytesRead: sheet.unpacked, bytesTotal: unpackedTotal)
    }

    var warnings: [String] { remarks.texts + rows.remarks.texts }

    mutating func next() throws(ReadingError) -> SourceRow? {
        var next = ahead.popFirst()
        if next == nil { next = try Self.next(sheet, rows) }
        if let next {
            let row = completed(next)
            for cell in row.cells { textBytes += cell.text.utf8.count }
            // Many cells may have one text, which the file has once.
            guard textBytes <= limits.most(of: file.size) else {
                throw ReadingError(
                    .tooLarge,
                    "row \(row.number): the texts of all cells until here are more than \(limits.partRatio) times as "
                        + "long as the file; it may be made to do harm")
            }
            return row
        }
        if !isAtEnd { try file.checkUnchanged() }
        isAtEnd = true
        return nil
    }

    private static func next(_ sheet: XMLPart, _ rows: SheetRows) throws(ReadingError) -> SourceRow? {
        while true {
            if let row = rows.take() { return row }
            guard try sheet.advance() else { return rows.take() }
        }
    }

    /// Whether a row has nothing but a text, in a cell that is merged from the first column across others.
    private func isHeading(_ row: SourceRow) -> Bool {
        guard let first = header.titles.firstIndex(where: { !$0.isEmpty }),
            let (cells, value) = open.first(where: { $0.cells.columns.contains(first) }),
            cells.rows.count == 1, cells.columns.upperBound > first, value.value == nil
        else { return false }
        return open.allSatisfy { $0.cells == cells || $0.value.isEmpty }
            && row.cells.indices.allSatisfy { cells.columns.contains($0) || row[$0].isEmpty }
    }

    /// The row with the values of the merged cells in which it lies, and without cells beyond the header.
    private mutating func completed(_ row: SourceRow) -> SourceRow {
        var row = row
        open.removeAll { $0.cells.rows.upperBound < row.number }
        while let next = merged.last, next.rows.lowerBound <= row.number {
            merged.removeLast()
            if next.rows.lowerBound == row.number { open.append((next, row[next.columns.lowerBound])) }
        }
        row.isHeading = isHeading(row)
        let count = header.columns.count
        for (cells, value) in open where !value.isEmpty && cells.columns.lowerBound < count {
            for column in cells.columns.lowerBound...min(cells.columns.upperBound, count - 1) {
                while row.cells.count <= column { row.cells.append(.empty) }
                row.cells[column] = value
            }
        }
        if row.cells.count > count {
            if let beyond = row.cells[count...].firstIndex(where: { !$0.isEmpty }),
                !open.contains(where: { $0.cells.columns.contains(beyond) })
            {
                row.faults.append(
                    "the cell \(SheetPlace(row: row.number, column: beyond)) stands outside of the header's columns"
                )
            }
            row.cells.removeLast(row.cells.count - count)
        }
        return row
    }
}
