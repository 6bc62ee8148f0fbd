import Documents

/// A form of files that hold one table and nothing else, for programs to read: what an export gives.
public enum TableFormat: String, Sendable, CaseIterable {
    /// Comma-separated values: the titles, the columns' tags where there are such, the rows.
    case csv
    /// A workbook of one sheet: the titles, the tags, the rows.
    case xlsx
    /// A list of objects, one a row and a line, by the columns' names.
    case json
    /// Text of the export's own making.
    case text

    /// The format of files whose names end so, without the dot; nil when no format's do.
    public static func ofFiles(ending: String) -> TableFormat? {
        TableFormat(rawValue: ending.lowercased())
    }

    /// What a file of bytes, which no terminal can show, is called; nil for text.
    public var nameOfFile: String? { self == .xlsx ? Format.xlsx.nameOfFile : nil }

    /// A writer of a document with one table, or with texts, which are written one after the other as they are. It
    /// gives the bytes to `sink` in pieces as it goes, the last with the part `end`; a workbook all at the end.
    public func writer(_ options: FormatOptions = FormatOptions(), to sink: @escaping ByteSink)
        -> DocumentWriter
    {
        var options = options
        options.hasOnlyTable = true
        let table: any PartWriter
        switch self {
        case .csv: table = CSVWriter(options, Output(sink))
        case .xlsx: table = XLSXWriter(options, Output(sink))
        case .json, .text: table = JSONRowsWriter(Output(sink))
        }
        let mark = self == .csv && options.byteOrderMark
        return DocumentWriter(TableFileWriter(table, Output(sink), beginsWithMark: mark))
    }
}

/// Writes a document's table with another writer, and where it has texts instead, these as they are.
struct TableFileWriter: PartWriter {
    private var table: any PartWriter
    private var output: Output
    private let beginsWithMark: Bool
    /// The document's beginning, until it is known what follows.
    private var beginning: Part?
    private var isText = false

    init(_ table: any PartWriter, _ output: Output, beginsWithMark: Bool) {
        self.table = table
        self.output = output
        self.beginsWithMark = beginsWithMark
    }

    mutating func write(_ part: Part) throws {
        switch part {
        case .begin: beginning = part
        case .text(let text):
            if !isText, beginsWithMark { try output.write("\u{FEFF}") }
            isText = true
            try output.write(text)
        case .end where isText: try output.flush()
        case .provenance: break
        default:
            if let beginning { try table.write(beginning) }
            beginning = nil
            try table.write(part)
        }
    }
}
