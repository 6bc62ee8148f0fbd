import TOMLKit

extension TOMLTable {
    /// Parses TOML of anybody's.
    ///
    /// The library below ends the process where the name of a table, or the hour of what it takes for a day, should
    /// stand and does not, and at some brackets that close none. So such text is refused before.
    ///
    /// - Throws: `TOMLTextError`, `TOMLParseError`.
    public convenience init(checking text: String) throws {
        var preview = TOMLPreview(Array(text.utf8))
        if let mistake = preview.search() {
            throw TOMLTextError(description: "line \(preview.line): \(mistake)")
        }
        try self.init(string: text)
    }
}

/// What is wrong with a text, with its line.
public struct TOMLTextError: Error, CustomStringConvertible {
    public let description: String
}

/// Goes through a text as far as is needed to find what must not be parsed. Where the text is not TOML, that may be
/// found in other places than the library would look: it is refused anyway.
private struct TOMLPreview {
    private let bytes: [UInt8]
    private var place = 0
    private(set) var line = 1
    /// What closes the arrays and inline tables that are open.
    private var closing: [UInt8] = []
    /// Where the value begins that is read; nil within a name.
    private var value: Int?
    /// Whether the name of a table is read.
    private var isInHeader = false
    /// Whether nothing but blanks stands before on this line.
    private var isAtStart = true

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What is wrong on `line`; nil when nothing is.
    mutating func search() -> String? {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\n"):
                // The library goes no further than a table's name that is not closed on its line.
                if isInHeader, !closing.isEmpty { return nil }
                line += 1
                isAtStart = true
                place += 1
                value = closing.isEmpty ? nil : value.map { _ in place }
                continue
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: return Self.noControl
            case UInt8(ascii: "\r") where peek(1) != UInt8(ascii: "\n"): return Self.noControl
            case UInt8(ascii: "#"): while let next = peek(), next != UInt8(ascii: "\n") { place += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipText(byte)
            case UInt8(ascii: "["):
                if isAtStart && closing.isEmpty {
                    guard isName(at: place + 1) else {
                        return "the name of a table is expected after '[', such as [settings]"
                    }
                    isInHeader = true
                } else if isWithinValue {
                    return Self.noBracket
                } else {
                    value = place + 1
                }
                closing.append(UInt8(ascii: "]"))
                place += 1
            case UInt8(ascii: "{"):
                if isWithinValue { return Self.noBracket }
                closing.append(UInt8(ascii: "}"))
                value = nil
                place += 1
            case UInt8(ascii: "="):
                value = value ?? place + 1
                place += 1
            case UInt8(ascii: ","):
                value = closing.last == UInt8(ascii: "]") ? place + 1 : nil
                place += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard closing.popLast() == byte else {
                    return "the bracket '\(Character(Unicode.Scalar(byte)))' closes none"
                }
                if closing.isEmpty { isInHeader = false }
                place += 1
            case UInt8(ascii: "T"), UInt8(ascii: "t"):
                if isDay, !isHour(isNeeded: true) { return Self.timeIsExpected }
                place += 1
            case UInt8(ascii: " "):
                if looksLikeDay, !isHour(isNeeded: false) { return Self.timeIsExpected }
                place += 1
            default: place += 1
            }
            // Blanks are also such as are not of ASCII.
            if (0x21..<0x7F).contains(byte) { isAtStart = false }
        }
        return nil
    }

    private func peek(_ offset: Int = 0) -> UInt8? {
        place + offset < bytes.count ? bytes[place + offset] : nil
    }

    private mutating func skipText(_ quote: UInt8) {
        let isLong = peek(1) == quote && peek(2) == quote
        place += isLong ? 3 : 1
        while let byte = peek() {
            if byte == UInt8(ascii: "\n") {
                guard isLong else { return }
                line += 1
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                // What is escaped may be the end of a line.
                place += peek(1) == UInt8(ascii: "\n") ? 1 : 2
                continue
            }
            guard byte == quote, !isLong || (peek(1) == quote && peek(2) == quote) else {
                place += 1
                continue
            }
            place += isLong ? 3 : 1
            // Two more may stand before the three that end it.
            for _ in 0..<2 where isLong && peek() == quote { place += 1 }
            return
        }
    }

    private static let noBracket = "a bracket stands in the midst of a value"

    /// Whether a value has begun on this line and is not at its end.
    private var isWithinValue: Bool {
        guard let value else { return false }
        return !bytes[value..<place].allSatisfy { $0 <= UInt8(ascii: " ") }
    }

    /// As TOML has it; the library takes them for parts of values.
    private static let noControl = "there is a control character; TOML has none but tabs and ends of lines"

    private static let timeIsExpected = "a time is expected after a day, such as 2024-06-30T14:00:00Z"

    /// Whether a value stands before that ends with `2024-06-30`.
    private var isDay: Bool {
        guard let value, place - value >= 10 else { return false }
        return zip(bytes[(place - 10)..<place], "dddd-dd-dd".utf8).allSatisfy { byte, form in
            form == UInt8(ascii: "-") ? byte == form : Self.isDigit(byte)
        }
    }

    /// Whether what stands before is a day to the library where a blank follows: ten characters, underscores not
    /// counted, of which the first is a digit and the fifth and the eighth are hyphens.
    private var looksLikeDay: Bool {
        guard let value, place - value >= 10 else { return false }
        var last: [UInt8] = []
        for byte in bytes[value..<place].reversed() where byte != UInt8(ascii: "_") {
            // A character is known by its first byte.
            if byte & 0xC0 == 0x80 { continue }
            if byte <= UInt8(ascii: " ") { return false }
            last.append(byte)
            guard last.count == 10 else { continue }
            return Self.isDigit(last[9]) && last[5] == UInt8(ascii: "-") && last[2] == UInt8(ascii: "-")
        }
        return false
    }

    /// Whether two digits follow; after a blank there may be something else altogether.
    private func isHour(isNeeded: Bool) -> Bool {
        guard Self.isDigit(peek(1) ?? 0) else { return !isNeeded }
        return Self.isDigit(peek(2) ?? 0)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether a name, or the end that the library itself misses one at, stands after the bracket or brackets.
    private func isName(at start: Int) -> Bool {
        var rest = bytes[start...]
        if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst() }
        guard let first = rest.first(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
            return true
        }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "]"):
            return true
        default: return false
        }
    }
}
