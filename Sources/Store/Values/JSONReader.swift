/// Reads JSON out of memory that somebody else keeps: the columns of a row. It reads what `JSONText` writes,
/// and any other well-formed JSON.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// A value; nil where the text is not JSON.
    indirect enum Value: Hashable {
        case null
        case boolean(Bool)
        case integer(Int64)
        case number(Double)
        case text(String)
        case list([Value])
        case object([String: Value])
    }

    static func value(of text: String) -> Value? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            guard let value = reader.value(depth: 0) else { return nil }
            reader.skipSpaces()
            return reader.place == bytes.count ? value : nil
        }
    }

    /// JSON with other texts in it. The names of members, and all else, stay as they are written.
    static func json(_ text: String, changing change: (String) -> String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            var json = JSONText()
            while reader.place < bytes.count {
                let start = reader.place
                guard bytes[start] == UInt8(ascii: "\""), let slice = reader.slice() else {
                    reader.place = start + 1
                    json.raw(bytes[start..<reader.place])
                    continue
                }
                let end = reader.place
                reader.skipSpaces()
                if reader.place < bytes.count, bytes[reader.place] == UInt8(ascii: ":") {
                    json.raw(bytes[start..<end])
                } else {
                    json.string(change(slice.text))
                }
                reader.place = end
            }
            return json.text
        }
    }

    /// Reads the members of an object, or items of a list (then without a name), one after the other.
    ///
    /// - Parameter body: reads the member's value from the reader that it is given, or fails.
    /// - Returns: whether the text was what it should be.
    mutating func members(
        from opening: UInt8, to closing: UInt8, _ body: (inout JSONReader, StringSlice?) -> Bool
    ) -> Bool {
        guard take(opening) else { return false }
        if take(closing) { return true }
        repeat {
            var name: StringSlice?
            if closing == UInt8(ascii: "}") {
                name = slice()
                guard name != nil, take(UInt8(ascii: ":")) else { return false }
            }
            guard body(&self, name) else { return false }
        } while take(UInt8(ascii: ","))
        return take(closing)
    }

    /// A string as it stands in the text, between its quotes.
    struct StringSlice {
        let bytes: UnsafeBufferPointer<UInt8>
        let isEscaped: Bool

        var text: String {
            guard isEscaped else { return String(decoding: bytes, as: UTF8.self) }
            var plain: [UInt8] = []
            append(to: &plain)
            return String(decoding: plain, as: UTF8.self)
        }

        func append(to target: inout [UInt8]) {
            guard isEscaped else { return target.append(contentsOf: bytes) }
            unescape { target.append($0) }
        }

        func unescape(_ emit: (UInt8) -> Void) {
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                guard byte == UInt8(ascii: "\\"), place < bytes.count else {
                    emit(byte)
                    continue
                }
                let kind = bytes[place]
                place += 1
                switch kind {
                case UInt8(ascii: "n"): emit(0x0A)
                case UInt8(ascii: "t"): emit(0x09)
                case UInt8(ascii: "r"): emit(0x0D)
                case UInt8(ascii: "b"): emit(0x08)
                case UInt8(ascii: "f"): emit(0x0C)
                case UInt8(ascii: "u"):
                    var unit = hexadecimal(at: place)
                    place += 4
                    let low = hexadecimal(at: place + 2)
                    if (0xD800..<0xDC00).contains(unit), (0xDC00..<0xE000).contains(low) {
                        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                        place += 6
                    }
                    let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
                    UTF8.encode(scalar)?.forEach(emit)
                default: emit(kind)
                }
            }
        }

        private func hexadecimal(at start: Int) -> UInt32 {
            guard start + 4 <= bytes.count else { return 0xFFFD }
            return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16) ?? 0xFFFD
        }
    }

    mutating func slice() -> StringSlice? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = place
        var isEscaped = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                let slice = StringSlice(
                    bytes: UnsafeBufferPointer(rebasing: bytes[start..<place]), isEscaped: isEscaped)
                place += 1
                return slice
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                place += 1
            }
            place += 1
        }
        return nil
    }

    mutating func value(depth: Int) -> Value? {
        skipSpaces()
        guard place < bytes.count, depth < 100 else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "\""): return slice().map { .text($0.text) }
        case UInt8(ascii: "["):
            var items: [Value] = []
            let isList = members(from: UInt8(ascii: "["), to: UInt8(ascii: "]")) { reader, _ in
                reader.value(depth: depth + 1).map { items.append($0) } != nil
            }
            return isList ? .list(items) : nil
        case UInt8(ascii: "{"):
            var object: [String: Value] = [:]
            let isObject = members(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { reader, name in
                reader.value(depth: depth + 1).map { object[name?.text ?? ""] = $0 } != nil
            }
            return isObject ? .object(object) : nil
        default: return literal()
        }
    }

    private mutating func literal() -> Value? {
        let start = place
        while place < bytes.count, !Self.isSpace(bytes[place]), !Self.isEnd(bytes[place]) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: return Int64(word).map(Value.integer) ?? Double(word).map(Value.number)
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpaces()
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipSpaces() {
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
    }
}
