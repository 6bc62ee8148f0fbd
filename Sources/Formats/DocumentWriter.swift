import Documents

/// Writes a document in a format, after checking that its parts come in order: no format need do so again.
public struct DocumentWriter: PartWriter {
    private var order = PartOrder()
    private var writer: any PartWriter

    init(_ writer: any PartWriter) {
        self.writer = writer
    }

    /// Throws `PartOrderError`, or what the sink throws.
    public mutating func write(_ part: Part) throws {
        try order.check(part)
        try writer.write(part)
    }
}
