/// How many columns of a terminal a text takes.
///
/// Letters of East Asia and emoji take two (Unicode Standard Annex #11); marks that combine with the letter
/// before, as Arabic vowels do, and what has no shape take none.
func displayWidth(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    // Below Hangul nothing is wide and nothing joins, so that the letters need not be found.
    if text.unicodeScalars.allSatisfy({ $0.value < 0x1100 }) {
        return text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
    }
    return text.reduce(0) { $0 + displayWidth($1) }
}

func displayWidth(_ character: Character) -> Int {
    var width = 0
    var scalars = character.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
        // Flags, joined emoji and letters shown as emoji have one shape for all of their scalars.
        if scalar.value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(scalar.value)
            || scalar.properties.isEmojiPresentation
        {
            return 2
        }
        width += displayWidth(scalar)
    }
    return width
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Most of Latin and Arabic, without a look into the tables.
    case 0x20..<0x7F, 0xAE...0x02FF, 0x0620...0x064A: return 1
    // The vowels and final consonants that Hangul syllables are composed of.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    // Soft hyphen, and the signs that stand above or around Arabic numbers, have a shape.
    case 0xAD, 0x0600...0x0605, 0x06DD, 0x070F, 0x08E2: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
}

/// The ranges of UAX #11 that are wide or fullwidth and not emoji.
private func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF,
        0x20000...0x3FFFD:
        true
    default: false
    }
}
