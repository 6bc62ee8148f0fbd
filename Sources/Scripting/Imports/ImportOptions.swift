import Community
import Documents
import Formats

/// What a user says about a file that is imported; what they leave out is found by looking at it.
public struct ImportOptions: Sendable, Hashable, Codable {
    /// What messages call the file.
    public var file: String
    /// A sheet of a workbook by its name or its number, from 1.
    public var sheet: String?
    /// Between cells of CSV: one character.
    public var delimiter: String?
    /// As `TextEncoding.named` takes it.
    public var encoding: String?
    public var decimalComma: Bool?
    public var headerRow: Int?
    public var headerRows: Int?
    /// Which of 3/4/2024 comes first.
    public var dayFirst: Bool?
    /// The IANA time zone of times without one.
    public var zone: String?

    public init(file: String) {
        self.file = file
    }

    /// - Throws: `ScriptFailure` of kind `usage`.
    func reading() throws(ScriptFailure) -> ReadingOptions {
        var options = ReadingOptions(
            sheet: sheet, decimalComma: decimalComma, headerRow: headerRow, headerRows: headerRows)
        if let delimiter {
            guard let character = delimiter.first, delimiter.count == 1 else {
                throw ScriptFailure(.usage, "the delimiter is one character, not '\(delimiter)'")
            }
            options.delimiter = character
        }
        if let encoding {
            do { options.encoding = try TextEncoding.named(encoding) } catch {
                throw ScriptFailure(.usage, error.description)
            }
        }
        return options
    }

    func values(_ details: SourceDetails) throws(ScriptFailure) -> SourceValueReader {
        var known: Zone?
        if let zone {
            known = Zone(zone)
            guard known != nil else {
                throw ScriptFailure(.usage, "'\(zone)' is not a time zone of the IANA database")
            }
        }
        return SourceValueReader(
            details, dateOrder: dayFirst.map { $0 ? .dayFirst : .monthFirst }, zone: known)
    }
}
