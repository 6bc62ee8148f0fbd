/// What stands above a document, and the language that it is in.
public struct DocumentHeader: Sendable, Hashable {
    public var title: String?
    public var subtitle: String?
    /// The language of the document's texts, which are all resolved to it: a BCP 47 tag such as `ar`.
    public var language: String

    /// As far as it was known when the document began; a part of it says later what was not.
    public var provenance: Provenance?

    public init(
        title: String? = nil, subtitle: String? = nil, language: String, provenance: Provenance? = nil
    ) {
        self.provenance = provenance
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
