import Documents

/// What a user says about a file; what they leave out is found by looking at it.
public struct ReadingOptions: Sendable, Hashable {
    /// A sheet of a workbook by its name or its number, from 1. Without it, the first visible one with rows.
    public var sheet: String?
    /// Between cells of CSV: one of `,`, `;`, tab and `|`, or another ASCII character.
    public var delimiter: Character?
    public var encoding: TextEncoding?
    public var decimalComma: Bool?
    /// The number of the header's first row. Without it, of the first rows the one with the most of the columns that are
    /// looked for, else the first with more than a title.
    public var headerRow: Int?
    /// How many rows the header takes, 1 or 2. Without it, 2 where merged cells of a workbook show it, else 1.
    public var headerRows: Int?
    /// The columns that are looked for, where they are known.
    public var columns: [WantedColumn] = []

    public init(
        sheet: String? = nil, delimiter: Character? = nil, encoding: TextEncoding? = nil,
        decimalComma: Bool? = nil, headerRow: Int? = nil, headerRows: Int? = nil
    ) {
        self.sheet = sheet
        self.delimiter = delimiter
        self.encoding = encoding
        self.decimalComma = decimalComma
        self.headerRow = headerRow
        self.headerRows = headerRows
    }
}

/// How much of a file is taken before it is refused. The standard's are far beyond what people make.
public struct ReadingLimits: Sendable, Hashable {
    /// Those of a sheet of Excel.
    public var columns = 16_384
    /// UTF-8 of one cell.
    public var cellBytes = 1 << 20
    /// UTF-8 of one row.
    public var rowBytes = 8 << 20
    /// Of JSON: lists and objects in each other.
    public var depth = 64
    /// Of a workbook: one part of it, unpacked.
    public var partBytes = 4 << 30
    /// Of a workbook: how many times larger a part may be unpacked, and the texts of all cells together may be, beyond
    /// the first megabytes.
    public var partRatio = 400
    /// Of a workbook: all of its shared texts, which are kept in memory.
    public var sharedBytes = 192 << 20
    /// Of a workbook: merged cells of a sheet, which are kept in memory.
    public var mergedCells = 100_000

    public init() {}

    /// The most bytes that a part of a workbook of some bytes, or the texts of its rows, may come to.
    func most(of size: Int) -> Int { max(32 << 20, size * partRatio) }

    public static let standard = ReadingLimits()
}
