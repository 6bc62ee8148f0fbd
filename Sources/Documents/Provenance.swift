import Community

/// Where what a document says comes from.
public struct Provenance: Sendable, Hashable {
    /// The narrowest of the circles in which its records are known.
    public var confidentiality: Confidentiality
    /// The last commit of the community that it shows; nil where nobody asked.
    public var commit: Int64?

    public init(confidentiality: Confidentiality, commit: Int64? = nil) {
        self.confidentiality = confidentiality
        self.commit = commit
    }
}
