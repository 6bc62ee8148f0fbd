import Documents

/// Reads comma-separated values: delimiter, encoding and decimal sign are found by looking at the file's start.
/// Values have no types. A row with more cells than the header is at fault, one with fewer is completed.
struct CSVReader: RowReader {
    let header: SourceHeader
    let details: SourceDetails
    private var records: CSVRecords
    private var remarks = ReadingRemarks()
    /// Rows that were read to find the header.
    private var ahead: ArraySlice<SourceRow>

    init(_ file: SourceFile, _ options: ReadingOptions, _ limits: ReadingLimits) throws(ReadingError) {
        let encoding = try TextEncoding.settled(file, options.encoding)
        var details = SourceDetails(.csv)
        details.encoding = encoding.encoding
        if encoding.isGuessed {
            remarks.say(
                "the file's encoding is taken for \(encoding.encoding.name); if letters are wrong, name another with "
                    + "--encoding"
            )
        }
        var text = TextStream(file, encoding)
        var sample: [UInt8] = []
        try text.next(into: &sample)
        let dialect = CSVDialect(
            sample: sample, isWhole: text.progress.bytesRead == file.size,
            delimiter: try Self.delimiter(options.delimiter))
        details.delimiter = Character(Unicode.Scalar(dialect.delimiter))
        details.decimalComma = options.decimalComma ?? dialect.decimalComma
        self.details = details

        var start = encoding
        start.markLength += dialect.separatorLineLength * (encoding.encoding.isWide ? 2 : 1)
        records = CSVRecords(TextStream(file, start), delimiter: dialect.delimiter, limits: limits)
        var rows: [SourceRow] = []
        while rows.count < HeaderFinder.lookahead, let record = try records.next() {
            if record.row.isBlank || record.row.number < options.headerRow ?? 1 { continue }
            Self.note(record, &remarks)
            rows.append(record.row)
        }
        let found = try HeaderFinder(rows: rows, options: options, limits: limits).find()
        header = found.header
        for remark in found.remarks { remarks.say(remark) }
        ahead = rows.dropFirst(found.taken)
        if ahead.isEmpty { remarks.say("the file has a header and no rows below it") }
    }

    var progress: ReadingProgress { records.progress }
    var warnings: [String] { remarks.texts }

    mutating func next() throws(ReadingError) -> SourceRow? {
        if let row = ahead.popFirst() { return fitted(row) }
        while let record = try records.next() {
            if record.row.isBlank { continue }
            Self.note(record, &remarks)
            return fitted(record.row)
        }
        return nil
    }

    private static func note(_ record: CSVRecords.Record, _ remarks: inout ReadingRemarks) {
        if record.hasStrayQuote { remarks.note(.quotes, row: record.row.number) }
        if record.goesOnBehindQuote { remarks.note(.closed, row: record.row.number) }
        if record.hasBrokenText { remarks.note(.encoding, row: record.row.number) }
    }

    /// The row with as many cells as the header has.
    private mutating func fitted(_ row: SourceRow) -> SourceRow {
        let count = header.columns.count
        guard row.cells.count != count else { return row }
        var row = row
        if row.cells.count < count {
            remarks.note(.short, row: row.number)
            row.cells += Array(repeating: .empty, count: count - row.cells.count)
        } else {
            if !row.cells[count...].allSatisfy(\.isEmpty) {
                row.faults.append(
                    "it has \(row.cells.count) cells and the header has \(count); text with a delimiter in it "
                        + "needs quotation marks around it")
            }
            row.cells.removeLast(row.cells.count - count)
        }
        return row
    }

    private static func delimiter(_ named: Character?) throws(ReadingError) -> UInt8? {
        guard let named else { return nil }
        guard let byte = named.asciiValue, !"\"\r\n\0".utf8.contains(byte) else {
            throw ReadingError(
                .missing,
                "'\(named)' cannot part cells; a delimiter is one of , ; | and tab, or another ASCII "
                    + "character")
        }
        return byte
    }
}

extension TextEncoding {
    var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// The encoding that the options name, else the one that the file seems to have.
    static func settled(_ file: SourceFile, _ named: TextEncoding?) throws(ReadingError) -> Detected {
        let detected = try detect(file)
        guard let named, named != detected.encoding else {
            return Detected(
                encoding: detected.encoding, markLength: detected.markLength,
                isGuessed: detected.isGuessed && named == nil)
        }
        // A mark says which of the two it is.
        if named.isWide, detected.encoding.isWide, detected.markLength > 0 { return detected }
        return Detected(encoding: named)
    }
}
