/// Reads a foreign file row by row, from a file that is open already; nothing else is opened, and memory does
/// not grow with the number of rows.
public protocol RowReader {
    /// The columns, known before the first row.
    var header: SourceHeader { get }
    /// What was settled about the file: by the options, or by looking at it.
    var details: SourceDetails { get }
    var progress: ReadingProgress { get }
    /// What a user should know and need not act upon, in sentences; complete after the last row.
    var warnings: [String] { get }

    /// The next row that is not blank; nil after the last.
    ///
    /// - Throws: `ReadingError` when nothing after this place can be trusted. A row that is wrong by itself is
    ///   given with its `faults`, and reading goes on.
    mutating func next() throws(ReadingError) -> SourceRow?
}

/// How far a reader is. The total may be of another unit than the file's bytes (a workbook is packed).
public struct ReadingProgress: Sendable, Hashable {
    public var bytesRead: Int
    public var bytesTotal: Int

    public init(bytesRead: Int, bytesTotal: Int) {
        self.bytesRead = min(bytesRead, bytesTotal)
        self.bytesTotal = bytesTotal
    }
}

/// What a reader settled about its file.
public struct SourceDetails: Sendable, Hashable {
    public var format: SourceFormat
    /// Of text files.
    public var encoding: TextEncoding?
    /// Of CSV.
    public var delimiter: Character?
    /// Whether numbers are written with a decimal comma; nil when the file does not show it.
    public var decimalComma: Bool?
    /// Of workbooks: the sheet that is read.
    public var sheet: String?
    /// Of workbooks: all sheets, in their order.
    public var sheets: [String] = []
    /// Of workbooks: whether the sheet runs from right to left.
    public var isRightToLeft = false
    /// Of workbooks: how it counts days.
    public var epoch = DateEpoch.year1900

    public init(_ format: SourceFormat) {
        self.format = format
    }
}

/// The formats of foreign files that can be read.
public enum SourceFormat: String, Sendable, CaseIterable {
    case csv, xlsx, json
    case jsonLines = "jsonl"
}
