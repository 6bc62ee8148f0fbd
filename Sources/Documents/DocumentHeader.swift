/// What stands above a document, and the language that it is in.
public struct DocumentHeader: Sendable, Hashable {
    public var title: String?
    public var subtitle: String?
    /// The language of the document's texts, which are all resolved to it: a BCP 47 tag such as `ar`.
    public var language: String

    public init(title: String? = nil, subtitle: String? = nil, language: String) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
    }

    /// Whether the language is written from right to left, so that tables begin at the right.
    public var isRightToLeft: Bool {
        let primary = language.prefix { $0 != "-" && $0 != "_" }
        return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary.lowercased())
    }
}
