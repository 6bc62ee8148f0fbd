import Foundation

/// Makes texts that a reader takes for the same word equal: what is searched, and what is searched for,
/// both go through it.
///
/// Arabic loses its vowel marks (tashkil) and the tatweel; alif with hamza or madda becomes a bare alif,
/// hamza on waw or ya its carrier, alif maqsura a ya, and ta marbuta a ha. Latin letters lose accents and
/// case in the engine's tokenizer (`unicode61`, `remove_diacritics 2`), or here by `foldedForComparison`.
public enum SearchFold {
    public static func fold(_ text: String) -> String {
        // Below U+0600 there is nothing to fold; there UTF-8 begins with 0xD8.
        if text.utf8.allSatisfy({ $0 < 0xD8 }) { return text }
        var folded = String.UnicodeScalarView()
        folded.reserveCapacity(text.unicodeScalars.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0640, 0x064B...0x065F, 0x0670, 0x0610...0x061A, 0x06D6...0x06ED: continue
            case 0x0622, 0x0623, 0x0625, 0x0671: folded.append("\u{0627}")
            case 0x0624: folded.append("\u{0648}")
            case 0x0626, 0x0649: folded.append("\u{064A}")
            case 0x0629: folded.append("\u{0647}")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// `fold`, and without case and Latin accents, all apostrophes straight: for comparing outside of the full-text index.
    public static func foldForComparison(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var letters = String.UnicodeScalarView()
        // A letter's canonical decomposition begins with the letter without its accents.
        for scalar in fold(text).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        where scalar.isASCII
            || !scalar.properties.isDiacritic && scalar.properties.generalCategory != .nonspacingMark
        {
            letters.append(scalar == "\u{2019}" ? "'" : scalar)
        }
        return String(letters)
    }

    /// `foldForComparison`, letters and numbers alone: for names that are the same with other points, hyphens and
    /// spaces.
    public static func letters(of text: String) -> String {
        String(String.UnicodeScalarView(foldForComparison(text).unicodeScalars.filter(\.isLetterOrNumber)))
    }
}
