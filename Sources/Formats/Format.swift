import Documents
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

    /// A writer that gives the document's bytes to `sink` in pieces as it goes, the last with the part
    /// `end`. What the sink throws stops the writing and comes out of `write`.
    public func writer(_ options: FormatOptions = FormatOptions(), to sink: @escaping ByteSink)
        -> DocumentWriter
    {
        let output = Output(sink)
        switch self {
        case .terminal: return DocumentWriter(TerminalWriter(options, output))
        case .markdown: return DocumentWriter(MarkdownWriter(output))
        case .html: return DocumentWriter(HTMLWriter(output))
        case .csv: return DocumentWriter(CSVWriter(options, output))
        case .json: return DocumentWriter(JSONWriter(output))
        }
    }
}

/// How a document is written down.
public struct FormatOptions: Sendable, Hashable {
    /// How many columns of characters the terminal has. nil, for files and pipes: lines are as long as
    /// they are, and nothing is wrapped or cut.
    public var width: Int?
    /// Whether CSV begins with a byte order mark. Without it, spreadsheets such as Excel take UTF-8 for
    /// the machine's old code page and break Arabic; Python reads it with the encoding `utf-8-sig`.
    public var byteOrderMark: Bool

    public init(width: Int? = nil, byteOrderMark: Bool = true) {
        self.width = width
        self.byteOrderMark = byteOrderMark
    }
}

/// A request that no format answers.
public enum FormatError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownFormat(String)

    public var description: String {
        switch self {
        case .unknownFormat(let name):
            let names = Format.allCases.map(\.rawValue)
            let suggestion = Suggestion.phrase(for: name, among: names)
            return "there is no format '\(name)'"
                + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion)
        }
    }
}
