/// The shortest text from which the same number is read again: `0.1`, `12`, `1e+20`; what is no number is
/// `NaN`, `Infinity` or `-Infinity`.
func numberText(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
