import Documents

/// Reads foreign files.
public enum Reading {
    /// What a file is by what is in it; its name is not asked. Text that does not begin like JSON is CSV.
    ///
    /// - Throws: `ReadingError` for a file of another kind, which it names.
    public static func detect(descriptor: Int32) throws(ReadingError) -> SourceFormat {
        try detect(SourceFile(descriptor))
    }

    /// A reader of a file that is open for reading. The descriptor stays the caller's, who closes it when the
    /// reader is gone; its position is neither used nor moved.
    ///
    /// - Parameter format: what the file is said to be; nil: what it seems to be.
    /// - Throws: `ReadingError` when the file, or its header, cannot be read so.
    public static func reader(
        descriptor: Int32, format: SourceFormat? = nil, options: ReadingOptions = ReadingOptions(),
        limits: ReadingLimits = .standard
    ) throws(ReadingError) -> any RowReader {
        let file = try SourceFile(descriptor)
        let detected = try detect(file)
        switch format ?? detected {
        case .xlsx:
            guard detected == .xlsx else { throw ForeignFile.wrong("text, and no workbook") }
            return try XLSXReader(file, options, limits)
        // Text cannot be read out of a workbook, whatever its name says.
        case _ where detected == .xlsx: return try XLSXReader(file, options, limits)
        case .csv: return try CSVReader(file, options, limits)
        case .json: return try JSONReader(file, .list, options, limits)
        case .jsonLines: return try JSONReader(file, .lines, options, limits)
        }
    }

    private static func detect(_ file: SourceFile) throws(ReadingError) -> SourceFormat {
        switch try ForeignFile(file) {
        case .archive: return .xlsx
        case .text:
            var text = TextStream(file, try TextEncoding.detect(file))
            var piece: [UInt8] = []
            try text.next(into: &piece)
            switch String(decoding: piece.lazy.filter { $0 > 0x20 }.prefix(2), as: UTF8.self) {
            case "[{", "[]": return .json
            case "{\"", "{}": return .jsonLines
            default: return .csv
            }
        }
    }
}
