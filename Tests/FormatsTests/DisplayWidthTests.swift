import Testing

@testable import Formats

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("حُرِّيَّة", 4), ("العربية", 7), ("ـ", 1),
        ("東京", 4), ("ﾊﾛｰ", 3), ("ＡＢ", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2),
        ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇯🇴", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("\u{200B}", 0), ("\u{2068}a\u{2069}", 1),
        ("𠀀", 2), ("─", 1), ("…", 1), ("क्षि", 2 + 1),
    ])
    func `a text takes as many columns as it looks wide`(text: String, width: Int) {
        #expect(displayWidth(text) == width, "\(text)")
    }

    @Test(arguments: [
        ("one two three", 7, Int.max, ["one two", "three"]),
        ("one  two", 20, .max, ["one  two"]),
        ("abcdefghij", 4, .max, ["abcd", "efgh", "ij"]),
        ("a bcdefghij k", 4, .max, ["a", "bcde", "fghi", "j k"]),
        ("one two three four", 7, 2, ["one two", "three…"]),
        ("abcdefghij", 4, 2, ["abcd", "efg…"]),
        ("abcdefghij", 4, 1, ["abc…"]),
        ("東京都", 3, .max, ["東", "京", "都"]),
        ("", 3, .max, [""]),
        ("東", 1, .max, ["東"]),
    ])
    func `lines are broken at spaces, and in words that are longer`(
        text: String, width: Int, limit: Int, lines: [String]
    ) {
        #expect(wrapped(text, width: width, limit: limit) == lines)
    }
}
