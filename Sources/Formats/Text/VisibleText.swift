/// Text in which nothing can command a terminal or turn its neighbours around.
///
/// Escapes and other controls become visible (␛), those of the second control set `�`; tabs and line
/// breaks become spaces, or stay line breaks where `keepingLines`. Bidirectional embeddings, overrides and
/// isolates, with which a text can make another look like something else (Trojan Source), go.
func visibleText(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var visible = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        defer { previous = scalar }
        switch scalar.value {
        case 0x0A where previous?.value == 0x0D: continue
        case 0x0A, 0x0D, 0x2028, 0x2029: visible.append(keepingLines ? "\n" : " ")
        case 0x09: visible.append(" ")
        case 0..<0x20:
            // Each control has a picture of its own, in the same order.
            if let picture = Unicode.Scalar(0x2400 + scalar.value) { visible.append(picture) }
        case 0x7F: visible.append("\u{2421}")
        case 0x80..<0xA0: visible.append("\u{FFFD}")
        case 0x202A...0x202E, 0x2066...0x2069: continue
        default: visible.append(scalar)
        }
    }
    return String(visible)
}

/// A text that stands among others in a line, kept from reordering them: text with letters from right to
/// left is put between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
func isolated(_ text: String) -> String {
    let isRightToLeft = text.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EEFF: true
        default: false
        }
    }
    return isRightToLeft ? "\u{2068}\(text)\u{2069}" : text
}
