/// The name that somebody most likely meant.
public enum Suggestion {
    /// The nearest of the names by edit distance (insertions, deletions, substitutions, transpositions of
    /// neighbours; letter case counts little), or nil when none is near enough. Equally near ones: the
    /// first by their bytes.
    public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8)
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in names where candidate != name {
            let bytes = Array(candidate.lowercased().utf8)
            let limit = max(1, min(wanted.count, bytes.count) / 3)
            guard abs(bytes.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, bytes)
            guard distance <= limit else { continue }
            if let best, (best.distance, best.name) <= (distance, candidate) { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// `; did you mean 'x'?`, or nothing.
    public static func sentence(_ name: String?) -> String {
        name.map { "; did you mean '\($0)'?" } ?? ""
    }

    /// Optimal string alignment.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var best = min(last[j + 1], current[j]) + 1
                best = min(best, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[b.count]
    }
}
