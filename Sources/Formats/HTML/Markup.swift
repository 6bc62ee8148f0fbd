/// A text as the content of an element, or as an attribute between double quotes, of HTML and XML alike:
/// it cannot open a tag, and what cannot be seen is made visible or gone.
func markup(_ text: String) -> String {
    let visible = withoutNoncharacters(visibleText(text, keepingLines: true))
    guard visible.utf8.contains(where: isMarkup) else { return visible }
    var written = String.UnicodeScalarView()
    for scalar in visible.unicodeScalars {
        switch scalar {
        case "&": written.append(contentsOf: "&amp;".unicodeScalars)
        case "<": written.append(contentsOf: "&lt;".unicodeScalars)
        case ">": written.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": written.append(contentsOf: "&quot;".unicodeScalars)
        default: written.append(scalar)
        }
    }
    return String(written)
}

private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
}

/// HTML and XML forbid what Unicode has set aside as no character.
func withoutNoncharacters(_ text: String) -> String {
    // They all take three bytes of UTF-8 or more.
    guard text.utf8.contains(where: { $0 >= 0xE0 }),
        text.unicodeScalars.contains(where: \.properties.isNoncharacterCodePoint)
    else { return text }
    let scalars = text.unicodeScalars.map { $0.properties.isNoncharacterCodePoint ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
}
