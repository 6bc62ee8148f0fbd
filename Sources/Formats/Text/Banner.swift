import Community
import Documents

/// What readers are told of a document's provenance, above all else.
struct Banner {
    let confidentiality: Confidentiality
    let text: String

    /// nil where there is nothing to tell: of what is known by all, unless somebody asked.
    ///
    /// - Parameter least: the narrowest circle that goes without saying.
    init?(_ provenance: Provenance?, _ words: Words, silent: Confidentiality = .open) {
        guard let provenance, provenance.commit != nil || provenance.confidentiality > silent else {
            return nil
        }
        confidentiality = provenance.confidentiality
        text = [words.banners[confidentiality], provenance.commit.map { words.commit($0) }]
            .compactMap { $0 }.joined(separator: " ")
    }
}
