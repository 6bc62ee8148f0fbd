/// Takes a document part by part: writes it down in a format, sends it to another process.
public protocol PartWriter {
    /// Throws what is wrong with the part or its place, or what the destination throws.
    mutating func write(_ part: Part) throws
}
