/// How a language writes numbers. Digits are Western ones in every language.
struct NumberWriting: Sendable {
    let decimalSeparator: String
    /// Between groups of three digits, in numbers of five digits and more: a year stays a year.
    let groupSeparator: String
    let percentSign: String
    var minusSign = "-"

    func text(_ number: Int64) -> String {
        (number < 0 ? minusSign : "") + grouped(String(number.magnitude))
    }

    /// At most three decimals, as CLDR's standard formats have it; a very small or large number as it is.
    func text(_ number: Double) -> String {
        let shown = numberText(Self.rounded(number))
        guard number.isFinite, !shown.contains("e") else { return shown }
        let parts = shown.drop { $0 == "-" }.split(separator: ".")
        let whole = (shown.hasPrefix("-") ? minusSign : "") + grouped(String(parts[0]))
        return parts.count > 1 ? whole + decimalSeparator + parts[1] : whole
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
