/// Text in several languages, by language code (`ar`, `en`, `fr`, …).
public struct LocalizedText: Sendable, Hashable {
    public var texts: [String: String]

    public init(_ texts: [String: String]) {
        self.texts = texts.filter { !$0.value.isEmpty }
    }

    public init(_ text: String, in language: String) {
        self.init([language: text])
    }

    /// A label and its value, each as it reads in the language at hand, with the colon of each language of the host.
    public init(label: String, value: String) {
        self.init(
            Dictionary(
                uniqueKeysWithValues: Language.allCases.map {
                    ($0.rawValue, "\(label)\($0.colon) \(value)")
                }))
    }

    public var isEmpty: Bool { texts.isEmpty }

    /// The text for a reader of `language`: theirs, else that of `fallback` (the community's language),
    /// else that of the first language code in alphabetical order, so that it is the same each time.
    public func text(in language: String, fallback: String) -> String {
        texts[language] ?? texts[fallback] ?? texts.min { $0.key < $1.key }?.value ?? ""
    }

    /// Each language with its text, in alphabetical order of the codes.
    public var sorted: [(language: String, text: String)] {
        let pairs = texts.map { (language: $0.key, text: $0.value) }
        return pairs.count < 2 ? pairs : pairs.sorted { $0.language < $1.language }
    }
}

extension LocalizedText: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(Dictionary(elements) { _, last in last })
    }
}
