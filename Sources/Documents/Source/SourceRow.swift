/// A row of a foreign file, on its way to what will be made of it.
public struct SourceRow: Sendable, Hashable {
    /// Its number as people count: the row of a sheet, of CSV opened in a spreadsheet, the line of JSON Lines,
    /// the item of a JSON array; from 1, blank ones included.
    public var number: Int
    /// The line of a text file on which it begins, from 1; nil in workbooks.
    public var line: Int?
    /// In the order of the header. Empty cells at the end may be left out, and are empty by subscript.
    public var cells: [SourceCell]
    /// What makes the row unfit to be taken, in sentences without the row's number: too many cells, bytes that
    /// are no text. What could be read of it is there all the same, to be shown.
    public var faults: [String]
    /// Whether it only heads the rows below it: a text alone in one cell that is merged across columns.
    public var isHeading = false

    public init(number: Int, line: Int? = nil, cells: [SourceCell], faults: [String] = []) {
        self.number = number
        self.line = line
        self.cells = cells
        self.faults = faults
    }

    public subscript(column: Int) -> SourceCell {
        cells.indices.contains(column) ? cells[column] : .empty
    }

    /// Whether nothing is there, not even a fault.
    public var isBlank: Bool { faults.isEmpty && cells.allSatisfy(\.isEmpty) }
}

/// A cell of a foreign file.
public struct SourceCell: Sendable, Hashable {
    /// The text as it stands in the file; of a workbook's numbers and dates as programs write them.
    public var text: String
    /// What the file says it is; nil for text, and where the format has no types, as in CSV.
    public var value: SourceValue?

    public init(_ text: String, _ value: SourceValue? = nil) {
        self.text = text
        self.value = value
    }

    public static let empty = SourceCell("")

    public var isEmpty: Bool { text.isEmpty && value == nil }
}
