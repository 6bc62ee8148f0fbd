import Documents

/// Reads foreign files.
public enum Reading {
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
        switch try (ForeignFile(file), format) {
        case (.archive, _): return try XLSXReader(file, options, limits)
        case (.text, .xlsx): throw ForeignFile.wrong("text, and no workbook")
        case (.text, _): return try CSVReader(file, options, limits)
        }
    }
}
