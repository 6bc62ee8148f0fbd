/// Text of which nobody said in which language it is.
extension LocalizedText {
    /// - Parameter language: of whoever gives it.
    public init(typed text: String, in language: String) {
        self.init(text, in: Self.language(of: text, typedIn: language))
    }

    /// The language of a text that somebody gives who works in another: Arabic where half of its letters or more are, which nobody
    /// means to be English or French. Of other letters it cannot be told.
    public static func language(of text: String, typedIn language: String) -> String {
        guard !Self.inArabicLetters.contains(language), text.utf8.contains(where: { $0 >= 0xD8 }) else {
            return language
        }
        var (arabic, letters) = (0, 0)
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            letters += 1
            if scalar.isArabic { arabic += 1 }
        }
        return arabic * 2 >= letters ? Language.ar.rawValue : language
    }

    /// Codes of languages that are written in these letters.
    private static let inArabicLetters: Set<String> = [
        "ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur",
    ]
}

extension Unicode.Scalar {
    /// Whether it is of one of Unicode's Arabic blocks.
    fileprivate var isArabic: Bool {
        switch value {
        case 0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: true
        default: false
        }
    }
}
