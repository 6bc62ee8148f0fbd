/// A text as cells and titles of a workbook may hold it.
///
/// `visibleText` replaces the controls, of which XML has most not; U+FFFE and U+FFFF, which it has neither,
/// become `�`. Where a text has `_x0041_` the underscore is written `_x005F_`: Office Open XML (ECMA-376,
/// part 1, 22.9.2.19) reads four digits between such signs as the character of that number.
func workbookText(_ text: String) -> String {
    guard text.utf8.contains(where: \.mayNeedCare) else { return text }
    let visible = visibleText(text, keepingLines: true)
    var characters = String.UnicodeScalarView()
    for scalar in visible.unicodeScalars {
        characters.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar)
    }
    let clean = String(characters)
    guard clean.contains("_x") else { return clean }
    return clean.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#) { _ in "_x005F_" }
}

/// As much of a text as a cell holds, ending in a mark; nil when it fits as it is.
func cutForCell(_ text: String, limit: Int) -> String? {
    guard text.utf8.count > limit, text.utf16.count > limit else { return nil }
    let mark = " […]"
    var room = limit - mark.utf16.count
    // Not by characters: one letter may have more marks than a cell has room.
    let kept = text.unicodeScalars.prefix { scalar in
        room -= scalar.value > 0xFFFF ? 2 : 1
        return room >= 0
    }
    return String(kept) + mark
}

/// Whether a text is to be read from right to left: with any such letter in a document of that direction, and
/// with such a letter first in one of the other.
func readsFromRightToLeft(_ text: String, inDocumentFromRightToLeft: Bool) -> Bool {
    // Hebrew, Arabic and their neighbours begin with these bytes in UTF-8, as do their presentation forms.
    guard text.utf8.contains(where: { (0xD6...0xDF).contains($0) || $0 == 0xE0 || $0 == 0xEF }) else {
        return false
    }
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
        if scalar.isRightToLeft { return true }
        if !inDocumentFromRightToLeft { return false }
    }
    return false
}

extension Unicode.Scalar {
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }
}

extension UInt8 {
    /// Controls, the underscore, and what begins the second control set, the bidirectional controls, line
    /// separators and U+FFFE.
    fileprivate var mayNeedCare: Bool {
        self < 0x20 || self == UInt8(ascii: "_") || self == 0x7F || self == 0xC2 || self == 0xE2
            || self == 0xEF
    }
}
