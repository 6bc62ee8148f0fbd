import Community
import Scratch

/// Changes one behind the other in a private file without a name. It is written once, and read from its start as often
/// as needed, also by a worker that inherits its descriptor. Memory does not grow with the number of changes.
public final class ChangeFile {
    private let file: ScratchFile
    /// How many changes were written.
    public private(set) var count = 0
    private var encoder = ChangeEncoder()

    private static let bufferSize = 1 << 16

    /// - Throws: `ScratchError` when the place for temporary files takes none.
    public init() throws(ScratchError) {
        file = try ScratchFile()
    }

    /// One that a worker was given.
    init(inherited descriptor: Int32) {
        file = ScratchFile(inherited: descriptor)
    }

    /// Open for reading and writing, for a worker. Its position is neither used nor moved.
    public var descriptor: Int32 { file.descriptor }

    /// - Parameter row: the number of the row that the change is made of; 0 for none.
    public func append(_ change: Change, row: Int = 0) throws(ScratchError) {
        encoder.append(change, row: row)
        count += 1
        if encoder.bytes.count >= Self.bufferSize { try flush() }
    }

    /// - Parameter encoded: one change, as a decoder has read it.
    func append(_ encoded: ArraySlice<UInt8>) throws(ScratchError) {
        encoder.append(encoded)
        count += 1
        if encoder.bytes.count >= Self.bufferSize { try flush() }
    }

    /// Writes what has been held back so far; readers made before see nothing of it.
    public func flush() throws(ScratchError) {
        try file.append(encoder.bytes)
        encoder.clear()
    }

    /// Gives each change to `take`, from the first on.
    ///
    /// - Throws: `ScratchError`, `ChangeDecodeError` when something else has written to the file, and what `take`
    ///   throws.
    public func each(_ take: (NumberedChange) throws -> Void) throws {
        var reader = try reader()
        while let change = try reader.next() { try take(change) }
    }

    /// A reader of all changes, from the first on.
    public func reader() throws(ScratchError) -> Reader {
        try flush()
        return Reader(file)
    }

    public struct Reader {
        private let file: ScratchFile
        private var offset = 0
        private var decoder = ChangeDecoder()
        private var buffer = [UInt8](repeating: 0, count: ChangeFile.bufferSize)

        init(_ file: ScratchFile) {
            self.file = file
        }

        /// The next change; nil after the last.
        public mutating func next() throws -> NumberedChange? {
            while true {
                if let change = try decoder.next() { return change }
                let read = try buffer.withUnsafeMutableBytes { [file, offset] in
                    try file.read(at: offset, into: $0)
                }
                guard read > 0 else {
                    guard decoder.isAtEnd else {
                        throw ChangeDecodeError(description: "a change that is cut off")
                    }
                    return nil
                }
                offset += read
                decoder.append(buffer[..<read])
            }
        }
    }
}
