/// A piece of a Lua file: a word, a text, a sign. Comments are none.
struct LuaToken: Hashable {
    enum Kind {
        case name, keyword, text, number, sign
    }

    let kind: Kind
    /// A text without its quotes, as it is written.
    let text: String
    /// From 1.
    let line: Int

    func `is`(_ text: String) -> Bool { self.text == text && (kind == .sign || kind == .keyword) }
}

extension LuaToken {
    /// The pieces of a file, as far as it can be read: one that is no Lua is told of by Lua itself.
    static func all(in source: [UInt8]) -> [LuaToken] {
        var scanner = LuaScanner(source)
        var tokens: [LuaToken] = []
        while let token = scanner.next() { tokens.append(token) }
        return tokens
    }
}

/// The lexical rules of Lua 5.4, §3.1 of its manual.
private struct LuaScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    private static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
        "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]
    /// Those of several characters, longest first.
    private static let signs = ["...", "..", "==", "~=", "<=", ">=", "<<", ">>", "//", "::"]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A first line for a shell.
        if bytes.first == UInt8(ascii: "#") { skip { $0 != UInt8(ascii: "\n") } }
    }

    mutating func next() -> LuaToken? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
                position += 2
                if longText() == nil { skip { $0 != UInt8(ascii: "\n") } }
            } else if byte <= 0x20 {
                advance()
            } else {
                return token(byte)
            }
        }
        return nil
    }

    private mutating func token(_ byte: UInt8) -> LuaToken {
        let (start, line) = (position, line)
        func made(_ kind: LuaToken.Kind) -> LuaToken {
            LuaToken(kind: kind, text: String(decoding: bytes[start..<position], as: UTF8.self), line: line)
        }
        if Self.isLetter(byte) {
            skip { Self.isLetter($0) || Self.isDigit($0) }
            let word = made(.name)
            return Self.keywords.contains(word.text)
                ? LuaToken(kind: .keyword, text: word.text, line: line) : word
        }
        if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Self.isDigit) == true) {
            skip { Self.isDigit($0) || Self.isLetter($0) || $0 == UInt8(ascii: ".") }
            return made(.number)
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            return LuaToken(kind: .text, text: quoted(byte), line: line)
        }
        if let text = longText() { return LuaToken(kind: .text, text: text, line: line) }
        let sign = Self.signs.first { bytes[position...].starts(with: $0.utf8) }
        position += sign?.utf8.count ?? 1
        return made(.sign)
    }

    private mutating func quoted(_ quote: UInt8) -> String {
        advance()
        let start = position
        while position < bytes.count, bytes[position] != quote {
            if bytes[position] == UInt8(ascii: "\\") { advance() }
            advance()
        }
        defer { advance() }
        return String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
    }

    /// `[[ … ]]`, `[=[ … ]=]`; nil when none begins here.
    private mutating func longText() -> String? {
        guard peek(0) == UInt8(ascii: "[") else { return nil }
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        guard peek(1 + level) == UInt8(ascii: "[") else { return nil }
        position += level + 2
        let start = position
        let end = Array("]\(String(repeating: "=", count: level))]".utf8)
        while position < bytes.count, !bytes[position...].starts(with: end) { advance() }
        defer { position += end.count }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func peek(_ offset: Int) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private mutating func advance() {
        if peek(0) == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    private mutating func skip(while holds: (UInt8) -> Bool) {
        while let byte = peek(0), holds(byte) { advance() }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
}
