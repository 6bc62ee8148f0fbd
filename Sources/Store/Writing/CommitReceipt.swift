/// What came of a change set.
public struct CommitReceipt: Sendable, Hashable {
    /// The number of the commit; of the last one before when nothing had to be changed.
    public let number: Int64
    /// The identifier of each change's record, in the changes' order: given or made.
    public let identifiers: [String]
    /// How many records are other than before.
    public let changed: Int
}
