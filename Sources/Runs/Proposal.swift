/// What is about to be done to a community, for rules to look at.
public enum Proposal {
    /// Changes in their order, settled: a worker makes the same of them as the host.
    case changes(ChangeFile)
    /// Taking back the commit of this number.
    case undo(Int64)

    /// The number of the commit that is taken back.
    var undone: Int64? {
        if case .undo(let number) = self { number } else { nil }
    }

    /// What a worker is given to read.
    var input: Int32? {
        if case .changes(let file) = self { file.descriptor } else { nil }
    }
}
