/// The records that each of some records leads to.
public struct RelatedKeys: Sendable {
    /// The entity that the references lead to.
    public let entity: String
    /// All of them, one record's after another's.
    public private(set) var all: [Int64] = []
    /// The records that lead anywhere, ascending, and where each one's begin in `all`.
    private var keys: [Int64] = []
    private var starts: [Int] = []

    init(entity: String) {
        self.entity = entity
    }

    /// The keys to which the record of a key leads; none for one that leads nowhere.
    public subscript(key: Int64) -> ArraySlice<Int64> {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        guard low < keys.count, keys[low] == key else { return [] }
        return all[starts[low]..<(low + 1 < starts.count ? starts[low + 1] : all.count)]
    }

    /// Records come in the order of their keys, each with all that it leads to; the same one after another counts once.
    mutating func append(_ target: Int64, of key: Int64) {
        if keys.last != key {
            keys.append(key)
            starts.append(all.count)
        } else if all.last == target {
            return
        }
        all.append(target)
    }
}
