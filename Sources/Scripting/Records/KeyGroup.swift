/// Keys of records that will likely be read one after the other: those of a list, those that the references of
/// a batch lead to. When a field of one is wanted, the next ones are read with it, instead of a query each.
struct KeyGroup {
    /// In the order in which they will likely be read.
    private let keys: [Int64]
    /// The places in `keys`, by ascending key; nil when the keys themselves ascend.
    private let placesByKey: [Int32]?

    init(_ keys: [Int64]) {
        self.keys = keys
        let ascend = zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
        placesByKey =
            ascend ? nil : (0..<Int32(keys.count)).sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }

    /// Up to `count` keys, this one among them, each once; nil when the key is not in the group. They begin
    /// at a multiple of `count`, so that keys that are asked for in any order lead to few different runs.
    func run(around key: Int64, count: Int) -> [Int64]? {
        guard let place = place(of: key) else { return nil }
        var seen: Set<Int64> = []
        var run: [Int64] = []
        for key in keys[(place - place % count)...] where seen.insert(key).inserted {
            run.append(key)
            if run.count == count { break }
        }
        return run
    }

    var count: Int { keys.count }

    private func place(of key: Int64) -> Int? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if sorted(middle) < key { low = middle + 1 } else { high = middle }
        }
        guard low < keys.count, sorted(low) == key else { return nil }
        return placesByKey.map { Int($0[low]) } ?? low
    }

    private func sorted(_ index: Int) -> Int64 {
        placesByKey.map { keys[Int($0[index])] } ?? keys[index]
    }
}
