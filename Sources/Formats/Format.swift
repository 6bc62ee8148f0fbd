import Documents
import Scratch
import Spelling

/// A form in which a document can be written down.
public enum Format: String, Sendable, CaseIterable {
    /// Aligned plain text for people.
    case terminal
    /// Text with light markup, for forges, wikis and mails.
    case markdown
    /// A page for people, in one file.
    case html
    /// Comma-separated values for spreadsheets: the numbers of a document and nothing else.
    case csv
    /// A workbook for Excel and LibreOffice.
    case xlsx
    /// A document for Word and LibreOffice Writer, put together by pandoc.
    case docx
    /// The whole document for programs.
    case json

    /// The format of that name.
    public static func named(_ name: String) throws(FormatError) -> Format {
        guard let format = Format(rawValue: name) else { throw .unknownFormat(name) }
        return format
    }

    /// The format of files whose names end so, without the dot: `md`. nil when no format's do.
    public static func ofFiles(ending: String) -> Format? {
        switch ending.lowercased() {
        case "md": .markdown
        case "htm": .html
        default: Format(rawValue: ending.lowercased())
        }
    }

    /// What a file of bytes, which no terminal can show, is called; nil for text.
    public var nameOfFile: String? {
        switch self {
        case .xlsx: "a workbook"
        case .docx: "a Word document"
        case .terminal, .markdown, .html, .csv, .json: nil
        }
    }

    /// Throws `FormatError.missingProgram` when the format needs a program that is not installed.
    public func requirePrograms() throws(FormatError) {
        if self == .docx { _ = try Converter.pandoc.path() }
    }

    /// A writer that gives the document's bytes to `sink` in pieces as it goes, the last with the part
    /// `end`. What the sink throws stops the writing and comes out of `write`. A workbook and a Word document are
    /// put together in temporary files and given with the part `end`, all of it.
    public func writer(_ options: FormatOptions = FormatOptions(), to sink: @escaping ByteSink)
        -> DocumentWriter
    {
        let output = Output(sink)
        switch self {
        case .terminal: return DocumentWriter(TerminalWriter(options, output))
        case .markdown: return DocumentWriter(MarkdownWriter(options, output))
        case .html: return DocumentWriter(HTMLWriter(options, output))
        case .csv: return DocumentWriter(CSVWriter(options, output))
        case .xlsx: return DocumentWriter(XLSXWriter(options, output))
        case .docx: return DocumentWriter(DOCXWriter(options, output))
        case .json: return DocumentWriter(JSONWriter(output))
        }
    }
}

/// How a document is written down.
public struct FormatOptions: Sendable, Hashable {
    /// How many columns of characters the terminal has. nil, for files and pipes: lines are as long as
    /// they are, and nothing is wrapped or cut.
    public var width: Int?
    /// Whether the terminal shows colours. What they say is said by signs as well.
    public var hasColors: Bool
    /// The digits that people read. CSV and JSON are for programs, and have Western ones.
    public var digits: Digits
    /// Whether CSV begins with a byte order mark. Without it, spreadsheets such as Excel take UTF-8 for
    /// the machine's old code page and break Arabic; Python reads it with the encoding `utf-8-sig`.
    public var byteOrderMark: Bool

    /// Whether a workbook is one sheet with the table and nothing else: no page before it, no remarks below it. What
    /// would be said there is an error then.
    public var hasOnlyTable: Bool

    /// Where a workbook's rows are gathered until its end, up to some hundred bytes a row and twice that at
    /// the end, and what a Word document is made of. nil: the folder that `TMPDIR` names, else `/tmp`.
    public var temporaryFolder: String?

    public init(
        width: Int? = nil, hasColors: Bool = false, digits: Digits = .western, byteOrderMark: Bool = true,
        hasOnlyTable: Bool = false, temporaryFolder: String? = nil
    ) {
        self.width = width
        self.hasColors = hasColors
        self.digits = digits
        self.byteOrderMark = byteOrderMark
        self.hasOnlyTable = hasOnlyTable
        self.temporaryFolder = temporaryFolder
    }
}

/// A request that no format answers, or a document that cannot be written down in one.
public enum FormatError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownFormat(String)
    case tooManyColumns(Int, limit: Int)
    /// The temporary files of a workbook or a Word document cannot be made or written.
    case temporaryFiles(ScratchError)
    /// The workbook cannot be put together for another reason.
    case workbook(reason: String)
    /// The document is too large for the format: `what` is a count and what it counts.
    case tooLarge(what: String, limit: Int, format: Format)
    /// A text that is longer than a cell of a workbook holds, where it may not be cut.
    case textTooLong(row: Int, column: String, limit: Int)
    /// A program that puts the format together, and the Debian package that has it.
    case missingProgram(String, package: String)
    /// Such a program did not do its work.
    case failedProgram(String, reason: String)

    public var description: String {
        switch self {
        case .unknownFormat(let name):
            let names = Format.allCases.map(\.rawValue)
            let suggestion = Suggestion.phrase(for: name, among: names)
            return "there is no format '\(name)'"
                + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion)
        case .tooManyColumns(let count, let limit):
            return "a sheet of a workbook holds \(limit) columns and the table has \(count); "
                + "leave some out, or write it as CSV"
        case .temporaryFiles(let error):
            return error.description
        case .workbook(let reason):
            return "the workbook cannot be written: \(reason)"
        case .tooLarge(let what, let limit, let format):
            return
                "the document has \(what) and \(format.rawValue) takes \(limit); filter or group it, or write "
                + "it as \(format == .xlsx ? "csv or json" : "xlsx or csv")"
        case .textTooLong(let row, let column, let limit):
            return
                "the text in row \(row), '\(column)', is longer than the \(limit) characters that a cell of a workbook "
                + "holds; shorten it, or write the table as csv or json"
        case .missingProgram(let name, let package):
            return
                "docx needs \(name), which is not installed: apt-get install \(package); or choose html or xlsx"
        case .failedProgram(let name, let reason):
            return "\(name), which puts docx together, failed: \(reason); choose html or xlsx"
        }
    }
}
