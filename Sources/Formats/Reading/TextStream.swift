import Documents

/// A text file as UTF-8, a piece at a time, whatever it is written in.
struct TextStream {
    let file: SourceFile
    let encoding: TextEncoding
    /// Bytes of the file that were read.
    private(set) var offset: Int
    private var raw: [UInt8]
    private let upperHalf: [[UInt8]]?
    /// The first half of a letter of UTF-16 whose other half is in the next piece.
    private var leading: UInt32?

    private static let pieceLength = 1 << 16

    init(_ file: SourceFile, _ detected: TextEncoding.Detected) {
        self.file = file
        encoding = detected.encoding
        offset = detected.markLength
        raw = [UInt8](repeating: 0, count: Self.pieceLength)
        upperHalf = encoding.upperHalf
    }

    var progress: ReadingProgress { ReadingProgress(bytesRead: offset, bytesTotal: file.size) }

    /// Puts the next piece into `piece`, of which at the end of the file nothing is left. What is no letter in
    /// the file's encoding becomes a byte that UTF-8 does not have.
    ///
    /// - Throws: `ReadingError`; of the kind `changed` when at its end the file is not the one that was opened.
    mutating func next(into piece: inout [UInt8]) throws(ReadingError) {
        piece.removeAll(keepingCapacity: true)
        let result = raw.withUnsafeMutableBytes { [file, offset] buffer in
            Result { () throws(ReadingError) in try file.read(at: offset, into: buffer) }
        }
        let count = try result.get()
        offset += count
        guard count > 0 else {
            if leading != nil { piece.append(0xFF) }
            leading = nil
            return try file.checkUnchanged()
        }
        switch encoding {
        case .utf8: piece.append(contentsOf: raw[..<count])
        case .windows1252, .windows1256: appendNarrow(count, to: &piece)
        case .utf16LittleEndian: appendWide(count, low: 0, to: &piece)
        case .utf16BigEndian: appendWide(count, low: 1, to: &piece)
        }
    }

    private func appendNarrow(_ count: Int, to piece: inout [UInt8]) {
        guard let upperHalf else { return }
        for byte in raw[..<count] {
            if byte < 0x80 {
                piece.append(byte)
            } else {
                let letter = upperHalf[Int(byte) - 0x80]
                if letter.isEmpty { piece.append(0xFF) } else { piece.append(contentsOf: letter) }
            }
        }
    }

    /// `low`: which of a unit's two bytes is the lower one.
    private mutating func appendWide(_ count: Int, low: Int, to piece: inout [UInt8]) {
        for index in stride(from: 0, to: count - 1, by: 2) {
            let unit = UInt32(raw[index + low]) | UInt32(raw[index + 1 - low]) << 8
            switch (leading, unit) {
            case (let first?, 0xDC00...0xDFFF):
                leading = nil
                append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &piece)
            case (nil, 0xD800...0xDBFF): leading = unit
            case (nil, _): append(unit, to: &piece)
            default:
                piece.append(0xFF)
                leading = (0xD800...0xDBFF).contains(unit) ? unit : nil
                if leading == nil { append(unit, to: &piece) }
            }
        }
        // Pieces are of even length but for the last.
        if !count.isMultiple(of: 2) { piece.append(0xFF) }
    }

    private func append(_ value: UInt32, to piece: inout [UInt8]) {
        guard value >= 0x80 else { return piece.append(UInt8(value)) }
        guard let scalar = Unicode.Scalar(value) else { return piece.append(0xFF) }
        piece.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
