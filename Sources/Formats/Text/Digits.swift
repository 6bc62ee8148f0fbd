/// The digits of numbers and dates that people read.
public enum Digits: String, Sendable, CaseIterable {
    /// 0123456789
    case western
    /// ٠١٢٣٤٥٦٧٨٩, as they are written in the Arab East.
    case arabic

    /// The text with its digits written so.
    func written(_ text: String) -> String {
        guard self == .arabic, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
        var written = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            written.append(isDigit ? Unicode.Scalar(scalar.value - 0x30 + 0x0660) ?? scalar : scalar)
        }
        return String(written)
    }
}
