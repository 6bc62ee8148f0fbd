/// The nearest of the names that exist to one that does not: what "did you mean" offers.
public struct Suggestion: Sendable, Hashable {
    public let name: String

    /// Finds the candidate with the smallest edit distance to `unknown`, if one is near enough to be
    /// what was meant: at most a third of its length, and at least one letter, away. Of equally near
    /// ones the first in alphabetical order is taken, so that the same mistake gets the same answer.
    public init?(for unknown: String, among candidates: some Sequence<String>) {
        let wanted = Array(unknown.lowercased().utf8)
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for candidate in candidates {
            let letters = Array(candidate.lowercased().utf8)
            guard abs(letters.count - wanted.count) <= limit else { continue }
            let distance = Self.distance(wanted, letters)
            guard distance <= limit else { continue }
            if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        guard let best else { return nil }
        name = best.name
    }

    /// The sentence to append to a message: `; did you mean 'title'?`, or nothing.
    public static func phrase(for unknown: String, among candidates: some Sequence<String>) -> String {
        Suggestion(for: unknown, among: candidates).map { "; did you mean '\($0.name)'?" } ?? ""
    }

    /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for i in 0..<left.count {
            var row = [i + 1]
            for j in 0..<right.count {
                var cost = min(
                    previous[j + 1] + 1, row[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            before = previous
            previous = row
        }
        return previous[right.count]
    }
}
