import Community

/// What is about to be done to a community, for rules to look at.
public enum Proposal: Sendable, Hashable, Codable {
    /// Changes in their order, settled: a worker makes the same of them as the host.
    case changes([Change])
    /// Taking back the commit of this number.
    case undo(Int64)
}
