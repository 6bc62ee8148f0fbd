import Community

/// A value without quotes and brackets, read from its beginning on: a truth value, a number, a day, a time, or nothing
/// that TOML knows.
struct TOMLWord {
    /// The most bytes of one; the library looks back over 127 characters.
    static let longest = 100

    private let bytes: ArraySlice<UInt8>
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, rest) = (bytes, bytes) }

    /// What was expected instead; nil when it is of a shape that TOML knows.
    var mistake: String? {
        guard !bytes.isEmpty else {
            return "a value is expected here, such as \"text\", 5, true or 2024-06-30"
        }
        guard bytes.count <= Self.longest else {
            return "a value of more than \(Self.longest) bytes stands in quotes"
        }
        var (truth, number, moment) = (self, self, self)
        if truth.takeTruth() && truth.rest.isEmpty { return nil }
        if moment.takeMoment() && moment.rest.isEmpty { return nil }
        // What is shown in a terminal is of ASCII.
        let name = bytes.allSatisfy { (0x20..<0x7F).contains($0) } ? "'\(text)'" : "this"
        if number.takeNumber() && number.rest.isEmpty {
            return isWithinBounds ? nil : "\(name) is larger than a number of 64 bits can be"
        }
        if startsWithDigit, text.contains(":") || text.dropFirst(4).hasPrefix("-") {
            return "\(name) is no day and no time, such as 2024-06-30, 14:00:00 or 2024-06-30T14:00:00Z"
        }
        if startsWithDigit || text.hasPrefix("+") || text.hasPrefix("-") {
            return "\(name) is no number, such as 5, -1_000, 0.25 or 1e6"
        }
        return "\(name) is no value; text stands in quotes: \"text\""
    }

    /// Whether this is a day, after which a blank and a time may follow.
    var isDay: Bool { bytes.count == 10 && Day(text) != nil }

    private var text: String { String(decoding: bytes, as: UTF8.self) }

    private var startsWithDigit: Bool { bytes.first.map { Self.digit($0) < 10 } ?? false }

    /// boolean = true / false
    private mutating func takeTruth() -> Bool { take("true") || take("false") }

    /// integer and float, which begin alike
    private mutating func takeNumber() -> Bool {
        if take("0x") { return takeDigits(16) }
        if take("0o") { return takeDigits(8) }
        if take("0b") { return takeDigits(2) }
        _ = take("+") || take("-")
        if take("inf") || take("nan") { return true }
        guard take("0") || takeDigits(10) else { return false }
        if take("."), !takeDigits(10) { return false }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            return takeDigits(10)
        }
        return true
    }

    /// Whether a number is one of those that can be held.
    private var isWithinBounds: Bool {
        let digits = text.filter { $0 != "_" }
        for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
            return Int64(digits.dropFirst(2), radix: base) != nil
        }
        let isInteger = digits.allSatisfy { $0.isNumber || $0 == "+" || $0 == "-" }
        if isInteger { return Int64(digits) != nil }
        return digits.contains("n") || Double(digits)?.isFinite == true
    }

    /// date-time = offset-date-time / local-date-time / local-date / local-time
    private mutating func takeMoment() -> Bool {
        let day = TOMLWord(rest.prefix(10))
        guard day.isDay else { return takeTime() }
        rest = rest.dropFirst(10)
        guard take("T") || take("t") || take(" ") else { return true }
        guard takeTime() else { return false }
        if take("+") || take("-") { return takeTwo(23) && take(":") && takeTwo(59) }
        return take("Z") || take("z") || rest.isEmpty
    }

    /// partial-time = time-hour ":" time-minute ":" time-second [ "." 1*DIGIT ]
    private mutating func takeTime() -> Bool {
        guard takeTwo(23), take(":"), takeTwo(59), take(":"), takeTwo(59) else { return false }
        guard take(".") else { return true }
        let digits = rest.prefix { Self.digit($0) < 10 }
        rest = rest.dropFirst(digits.count)
        // The library takes no more.
        return (1...64).contains(digits.count)
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    /// Two digits of a number up to `most`.
    private mutating func takeTwo(_ most: Int) -> Bool {
        let digits = rest.prefix(2).map(Self.digit)
        guard digits.count == 2, digits.allSatisfy({ $0 < 10 }), digits[0] * 10 + digits[1] <= most else {
            return false
        }
        rest = rest.dropFirst(2)
        return true
    }

    /// Digits of a base, underscores only between them.
    private mutating func takeDigits(_ base: Int) -> Bool {
        repeat {
            let digits = rest.prefix { Self.digit($0) < base }
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(digits.count)
        } while take("_")
        return true
    }

    /// What a digit of base 16 or less is worth; more than any where it is none.
    static func digit(_ byte: UInt8) -> Int {
        switch Unicode.Scalar(byte) {
        case "0"..."9": Int(byte) - 0x30
        case "a"..."f": Int(byte) - 0x61 + 10
        case "A"..."F": Int(byte) - 0x41 + 10
        default: .max
        }
    }
}
