/// Bytes of text on their way to a terminal, in pieces: what would command it is shown as `TerminalText` has it. Lines
/// stay lines, and bytes that are no UTF-8 become `�`.
public struct TerminalBytes {
    /// What the next piece may go on with: the beginning of a letter, or of the end of a line.
    private var rest: [UInt8] = []

    public init() {}

    /// What of the pieces so far can be shown.
    public mutating func visible(_ piece: [UInt8]) -> [UInt8] {
        let bytes = rest + piece
        let end = Self.endOfWhole(bytes)
        rest = Array(bytes[end...])
        return Self.visible(bytes[..<end])
    }

    /// What is left behind the last piece.
    public mutating func end() -> [UInt8] {
        defer { rest = [] }
        return Self.visible(rest[...])
    }

    private static func visible(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(TerminalText.visible(String(decoding: bytes, as: UTF8.self), keepingLines: true).utf8)
    }

    /// The index behind the last byte that nothing can go on with.
    private static func endOfWhole(_ bytes: [UInt8]) -> Int {
        if bytes.last == UInt8(ascii: "\r") { return bytes.count - 1 }
        // A letter has four bytes at most, of which all but the first are 10xxxxxx.
        for index in bytes.indices.suffix(3).reversed() where bytes[index] & 0xC0 != 0x80 {
            let length = bytes[index] < 0xC0 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
            return index + length > bytes.count ? index : bytes.count
        }
        return bytes.count
    }
}
