/// The records that each of some records leads to.
public struct RelatedKeys: Sendable {
    /// The entity that the references lead to.
    public let entity: String
    private var targets: [Int64] = []
    private var ranges: [Int64: Range<Int>] = [:]

    init(entity: String) {
        self.entity = entity
    }

    /// The keys to which the record of a key leads; none for one that leads nowhere.
    public subscript(key: Int64) -> ArraySlice<Int64> {
        ranges[key].map { targets[$0] } ?? []
    }

    /// All of them, one record's after another's.
    public var all: [Int64] { targets }

    /// Records come one after the other, each with all that it leads to.
    mutating func append(_ target: Int64, of key: Int64) {
        let start = ranges[key]?.lowerBound ?? targets.count
        targets.append(target)
        ranges[key] = start..<targets.count
    }
}
