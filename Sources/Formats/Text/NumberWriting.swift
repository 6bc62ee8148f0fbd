/// How a language writes numbers.
struct NumberWriting: Sendable {
    private(set) var decimalSeparator: String
    /// Between groups of three digits, in numbers of five digits and more: a year stays a year.
    private(set) var groupSeparator: String
    private(set) var percentSign: String
    private(set) var minusSign: String
    private var digits = Digits.western

    init(decimalSeparator: String, groupSeparator: String, percentSign: String, minusSign: String = "-") {
        self.decimalSeparator = decimalSeparator
        self.groupSeparator = groupSeparator
        self.percentSign = percentSign
        self.minusSign = minusSign
    }

    /// The same in other digits. Arabic ones have signs of their own, as CLDR has them for `arab`.
    func written(_ digits: Digits) -> NumberWriting {
        guard digits == .arabic else { return self }
        var arabic = NumberWriting(
            decimalSeparator: "٫", groupSeparator: "٬", percentSign: "٪\u{061C}", minusSign: "\u{061C}-")
        arabic.digits = .arabic
        return arabic
    }

    func text(_ number: Int64) -> String {
        digits.written((number < 0 ? minusSign : "") + grouped(String(number.magnitude)))
    }

    /// At most three decimals, as CLDR's standard formats have it; a very small or large number as it is.
    func text(_ number: Double) -> String {
        let shown = numberText(Self.rounded(number))
        guard number.isFinite, !shown.contains("e") else { return digits.written(shown) }
        let parts = shown.drop { $0 == "-" }.split(separator: ".")
        let whole = (shown.hasPrefix("-") ? minusSign : "") + grouped(String(parts[0]))
        return digits.written(parts.count > 1 ? whole + decimalSeparator + parts[1] : whole)
    }

    static func rounded(_ number: Double) -> Double {
        // Beyond 10¹² a double has no three decimals to round.
        guard (0.001..<1e12).contains(abs(number)) else { return number == 0 ? 0 : number }
        return (number * 1000).rounded() / 1000
    }

    private func grouped(_ digits: String) -> String {
        guard digits.count > 4 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupSeparator }
            text.append(digit)
        }
        return text
    }
}
