import Community

/// A row of a file of which nothing is made, though nothing is wrong with it.
public struct SkippedRow: Sendable, Hashable {
    /// Its number in the file; 0 where the transform did not say which.
    public var row: Int
    /// nil where the transform gave none.
    public var reason: String?
}

/// The rows that an import passes over, by their reasons.
struct SkippedRows {
    private var reasons: [String] = []
    private var rows: [String: (count: Int, first: [Int])] = [:]
    private var others = 0

    /// As many reasons are kept, each of as many characters, with as many rows named.
    private static let mostReasons = 20
    private static let longest = 200
    private static let mostNamed = 5

    mutating func add(_ row: SkippedRow, _ session: Session) {
        let given = row.reason.map { $0.count > Self.longest ? $0.prefix(Self.longest) + "…" : $0 }
        let reason = given ?? HostWord.nothingMade(session)
        guard rows[reason] != nil || reasons.count < Self.mostReasons else {
            others += 1
            return
        }
        if rows[reason] == nil { reasons.append(reason) }
        var known = rows[reason, default: (0, [])]
        known.count += 1
        if known.first.count < Self.mostNamed, row.row > 0 { known.first.append(row.row) }
        rows[reason] = known
    }

    /// A sentence for each reason, in the language of the run.
    func remarks(_ session: Session) -> [String] {
        var remarks: [String] = []
        for reason in reasons {
            guard let known = rows[reason] else { continue }
            remarks.append(HostWord.skipped(known.count, known.first, reason, session))
        }
        if others > 0 {
            remarks.append(HostWord.skipped(others, [], HostWord.otherReasons(session), session))
        }
        return remarks
    }
}
