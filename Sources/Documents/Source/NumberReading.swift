import Community

/// A number as people write it: 1234.5, 1,234.5, 1 234,5, ١٬٢٣٤٫٥. Which of comma and point is the decimal sign
/// shows from the number itself, or was said; a number that leaves it open is refused.
struct NumberReading {
    private let text: String
    /// As programs write it; nil where it is no number.
    private let plain: String?

    init(_ text: String, decimalComma: Bool?) throws(ValueError) {
        self.text = text
        plain = try Self.plain(text, decimalComma)
    }

    func integer() throws(ValueError) -> Int64 {
        if let plain, let number = Int64(plain) { return number }
        if let plain, let number = Double(plain), let whole = Int64(exactly: number),
            whole.magnitude < 1 << 53
        {
            return whole
        }
        throw ValueError("'\(text.shortened)' is not \(SourceType.integer.expectation)")
    }

    func number() throws(ValueError) -> Double {
        guard let plain, let number = Double(plain), number.isFinite else {
            throw ValueError("'\(text.shortened)' is not \(SourceType.number.expectation)")
        }
        return number
    }

    private static func plain(_ text: String, _ decimalComma: Bool?) throws(ValueError) -> String? {
        // Most have nothing but digits.
        if (1..<60).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return text
        }
        var digits = Array(text.withWesternDigits.unicodeScalars)
        guard digits.count < 60 else { return nil }
        var sign = ""
        if let first = digits.first, ["-", "+", "−"].contains(first) {
            sign = first == "+" ? "" : "-"
            digits.removeFirst()
        }
        var exponent = ""
        if let letter = digits.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            exponent = String(String.UnicodeScalarView(digits[letter...]))
            digits.removeLast(digits.count - letter)
            guard Int(exponent.dropFirst()) != nil else { return nil }
        }
        guard let first = digits.first, let last = digits.last, Self.isDigit(last),
            Self.isDigit(first) || digits.count > 1
        else { return nil }
        let decimal = try decimalSign(digits, text, decimalComma)
        let whole = digits.prefix { $0 != decimal }
        let fraction = digits.dropFirst(whole.count + 1)
        guard fraction.allSatisfy(isDigit), let grouped = withoutGroups(Array(whole)) else { return nil }
        return sign + (grouped.isEmpty ? "0" : grouped)
            + (fraction.isEmpty ? "" : "." + String(String.UnicodeScalarView(fraction))) + exponent
    }

    /// The scalar that parts the fraction; nil where there is none.
    private static func decimalSign(
        _ digits: [Unicode.Scalar], _ text: String, _ decimalComma: Bool?
    ) throws(ValueError) -> Unicode.Scalar? {
        if digits.contains("٫") { return "٫" }
        let marks = digits.filter { $0 == "," || $0 == "." }
        guard let mark = marks.last else { return nil }
        if Set(marks).count == 2 { return mark }
        // One sign again and again parts groups.
        guard marks.count == 1, let place = digits.firstIndex(of: mark) else { return nil }
        // An Arabic sign for groups, or a space, beside it leaves only one meaning.
        let couldGroup =
            digits.count - place - 1 == 3 && (1...3).contains(place) && digits[0] != "0"
            && digits.allSatisfy { isDigit($0) || $0 == mark }
        guard couldGroup else { return mark == "," && decimalComma == false ? nil : mark }
        switch (mark, decimalComma) {
        case (",", true): return mark
        case (",", false), (".", true): return nil
        case (",", nil):
            throw ValueError(
                "'\(text.shortened)' can be a thousand or a fraction; say with --decimal-comma or --no-decimal-comma "
                    + "whether the file has decimal commas"
            )
        default: return mark
        }
    }

    /// The digits without the signs between groups of three; nil where something else is between them.
    private static func withoutGroups(_ digits: [Unicode.Scalar]) -> String? {
        var plain = String.UnicodeScalarView()
        var separator: Unicode.Scalar?
        var sinceSeparator = 0
        for scalar in digits {
            if isDigit(scalar) {
                plain.append(scalar)
                sinceSeparator += 1
                continue
            }
            guard isGroupSign(scalar),
                separator == nil ? (1...3).contains(sinceSeparator) : sinceSeparator == 3,
                separator == nil || separator == scalar
            else { return nil }
            separator = scalar
            sinceSeparator = 0
        }
        return separator == nil || sinceSeparator == 3 ? String(plain) : nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isGroupSign(_ scalar: Unicode.Scalar) -> Bool {
        [",", ".", "٬", " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"].contains(scalar)
    }
}
