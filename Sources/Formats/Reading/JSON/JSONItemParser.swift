import Community
import Documents

/// Reads one object of JSON (RFC 8259) out of its bytes.
struct JSONItemParser {
    private let bytes: [UInt8]
    private let firstLine: Int
    private let limits: ReadingLimits
    private var index = 0

    init(_ item: JSONItems.Item, _ limits: ReadingLimits) {
        bytes = item.bytes
        firstLine = item.line
        self.limits = limits
    }

    /// Gives the object's members to `body`, in their order.
    ///
    /// - Throws: `ValueError` that says where the bytes are no JSON.
    mutating func members(_ body: (String, SourceCell) -> Void) throws(ValueError) {
        var names: Set<String> = []
        skipSpace()
        try list(from: "{", to: "}") { (parser: inout JSONItemParser) throws(ValueError) in
            let name = try parser.memberName()
            guard names.insert(name).inserted else { throw ValueError("'\(name)' stands in it twice") }
            body(name, try parser.cell(depth: 1))
        }
        skipSpace()
        guard index == bytes.count else { throw broken("nothing is expected behind the object") }
    }

    /// The value at hand with its text as it stands.
    private mutating func cell(depth: Int) throws(ValueError) -> SourceCell {
        skipSpace()
        let start = index
        switch try value(depth: depth) {
        case .empty: return .empty
        case .text(let text): return SourceCell(text)
        case let value: return SourceCell(String(decoding: bytes[start..<index], as: UTF8.self), value)
        }
    }

    private mutating func value(depth: Int) throws(ValueError) -> SourceValue {
        guard depth <= limits.depth else { throw ValueError("it is nested more than \(limits.depth) deep") }
        skipSpace()
        switch peek {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "["):
            var items: [SourceValue] = []
            try list(from: "[", to: "]") { (parser: inout JSONItemParser) throws(ValueError) in
                items.append(try parser.value(depth: depth + 1))
            }
            return .list(items)
        case UInt8(ascii: "{"):
            var members: [SourceValue.Member] = []
            try list(from: "{", to: "}") { (parser: inout JSONItemParser) throws(ValueError) in
                let name = try parser.memberName()
                members.append(SourceValue.Member(name, try parser.value(depth: depth + 1)))
            }
            return .object(members)
        default: return try literal()
        }
    }

    /// What is between two brackets, parted by commas.
    private mutating func list(
        from opening: Unicode.Scalar, to closing: Unicode.Scalar,
        _ item: (inout JSONItemParser) throws(ValueError) -> Void
    ) throws(ValueError) {
        guard take(opening) else { throw broken("'\(opening)' is expected") }
        if take(closing) { return }
        repeat { try item(&self) } while take(",")
        guard take(closing) else { throw broken("',' or '\(closing)' is expected") }
    }

    private mutating func memberName() throws(ValueError) -> String {
        skipSpace()
        guard peek == UInt8(ascii: "\"") else { throw broken("a name in quotation marks is expected") }
        let name = try string()
        guard take(":") else { throw broken("':' is expected behind '\(name)'") }
        return name
    }

    private mutating func literal() throws(ValueError) -> SourceValue {
        let start = index
        while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"),
            byte != UInt8(ascii: "}"),
            byte > 0x20
        { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        switch text {
        case "null": return .empty
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default:
            guard Self.isNumber(bytes[start..<index]) else {
                index = start
                throw broken("a value is expected")
            }
            if let number = Int64(text) { return .integer(number) }
            guard let number = Double(text), number.isFinite else {
                throw ValueError("the number \(text.prefix(40)) is too large")
            }
            return .number(number)
        }
    }

    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let beginsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !beginsWithZero || whole == 1 else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                rest = rest.dropFirst()
            }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    private mutating func string() throws(ValueError) -> String {
        let opening = index
        index += 1
        var text: [UInt8] = []
        while true {
            let start = index
            while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                index += 1
            }
            text += bytes[start..<index]
            guard let byte = peek, byte >= 0x20 else {
                throw broken("a text is not closed, or has a line end in it")
            }
            index += 1
            if byte == UInt8(ascii: "\"") { break }
            try escape(into: &text)
        }
        guard text.count <= limits.cellBytes else {
            throw ValueError("a text has more than \(limits.cellBytes) bytes")
        }
        guard let string = String(validating: text, as: UTF8.self) else {
            index = opening
            throw broken("a text is not UTF-8")
        }
        return string
    }

    private mutating func escape(into text: inout [UInt8]) throws(ValueError) {
        guard let kind = peek else { throw broken("a text is not closed") }
        index += 1
        switch kind {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
        case UInt8(ascii: "u"):
            var value = try hexadecimal()
            if (0xD800..<0xDC00).contains(value), bytes[index...].starts(with: "\\u".utf8) {
                index += 2
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw broken("half a letter stands alone") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else { throw broken("half a letter stands alone") }
            text.append(contentsOf: Array(String(scalar).utf8))
        default: throw broken("'\\' with a letter that has no meaning behind it")
        }
    }

    private mutating func hexadecimal() throws(ValueError) -> UInt32 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw broken("four hexadecimal digits are expected behind '\\u'") }
        index += 4
        return value
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipSpace()
        guard let byte = peek, UInt32(byte) == scalar.value else { return false }
        index += 1
        return true
    }

    /// What is wrong where the parser stands.
    private func broken(_ what: String) -> ValueError {
        let before = bytes[..<min(index, bytes.count)]
        let line = firstLine + before.count { $0 == 0x0A }
        let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return ValueError("it is not well-formed JSON at line \(line), byte \(column): \(what)")
    }
}
