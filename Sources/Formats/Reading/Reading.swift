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
        switch format {
        default: return try CSVReader(file, options, limits)
        }
    }
}
