import Community
import Runs
import Scripting

extension ImportRun {
    /// The same rows, with the first of the earlier ones that change the same record named in their reasons.
    static func namingEarlierRows(
        _ refused: [RejectedRow], of file: ChangeFile
    ) throws -> [RejectedRow] {
        guard !refused.isEmpty else { return refused }
        let numbers = Set(refused.map(\.row))
        var first: [ChangedRecord: Int] = [:]
        try file.each { change in
            guard numbers.contains(change.row), let record = ChangedRecord(change.change) else { return }
            first[record] = change.row
        }
        try file.each { change in
            guard let record = ChangedRecord(change.change), let known = first[record] else { return }
            first[record] = min(known, change.row)
        }
        var earlier: [Int: Int] = [:]
        try file.each { change in
            guard numbers.contains(change.row), let record = ChangedRecord(change.change),
                let row = first[record], row > 0, row < change.row
            else { return }
            earlier[change.row] = row
        }
        return refused.map { row in
            var row = row
            if let other = earlier[row.row] { row.reason += " (row \(other) changes the same record)" }
            return row
        }
    }
}

/// Which record a change is about.
private struct ChangedRecord: Hashable {
    let entity: String
    let id: String

    init?(_ change: Change) {
        guard let id = change.id else { return nil }
        entity = change.entity
        self.id = id
    }
}
