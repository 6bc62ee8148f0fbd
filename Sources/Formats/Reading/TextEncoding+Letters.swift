import Documents

extension TextEncoding {
    /// The letters of the bytes from 0x80, as their UTF-8; without any where the byte means nothing. As the
    /// WHATWG's Encoding Standard has the two indexes. nil of Unicode's encodings.
    var upperHalf: [[UInt8]]? {
        let letters: String
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: return nil
        // U+FFFF stands for nothing here.
        case .windows1252:
            letters =
                "€\u{FFFF}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFF}Ž\u{FFFF}\u{FFFF}‘’“”•–—˜™š›œ\u{FFFF}žŸ"
                + String(String.UnicodeScalarView((0xA0...0xFF).compactMap(Unicode.Scalar.init)))
        case .windows1256:
            letters =
                "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200C}\u{200D}ں\u{A0}،¢£¤¥¦§¨©ھ«¬\u{AD}®¯°±²³´µ¶·¸¹؛»¼½¾؟"
                + "ہءآأؤإئابةتثجحخدذرزسشصض×طظعغ\u{640}فقكàلâمنهوçèéêëىيîï\u{64B}\u{64C}\u{64D}\u{64E}ô\u{64F}"
                + "\u{650}÷\u{651}ù\u{652}ûü\u{200E}\u{200F}ے"
        }
        return letters.unicodeScalars.map { $0 == "\u{FFFF}" ? [] : Array(String($0).utf8) }
    }
}
