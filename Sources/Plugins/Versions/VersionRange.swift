/// Which versions will do: `^1.0` (no incompatible change), `~1.2` (patches), `>=1.0 <2`, `1.2.3` (that one),
/// `1.2` (any 1.2), `*` (any).
///
/// A pre-release is in a range only when the range names a pre-release of the same three numbers: `^1.0` is not
/// satisfied by `1.1.0-beta`.
public struct VersionRange: Sendable, Hashable, CustomStringConvertible {
    /// As it was written.
    public let description: String
    private let bounds: [Bound]

    private struct Bound: Sendable, Hashable {
        enum Relation: Sendable, Hashable { case below, atMost, equal, atLeast, above }

        let relation: Relation
        let version: Version

        func admits(_ other: Version) -> Bool {
            switch relation {
            case .below: other < version
            case .atMost: other <= version
            case .equal: other == version
            case .atLeast: other >= version
            case .above: other > version
            }
        }
    }

    public static let any = VersionRange(description: "*", bounds: [])

    private init(description: String, bounds: [Bound]) {
        self.description = description
        self.bounds = bounds
    }

    /// nil when the text is none. Parts are separated by spaces, and all must hold.
    public init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard !parts.isEmpty else { return nil }
        var bounds: [Bound] = []
        for part in parts {
            guard let more = Self.bounds(part) else { return nil }
            bounds += more
        }
        self.init(description: text, bounds: bounds)
    }

    public func contains(_ version: Version) -> Bool {
        guard bounds.allSatisfy({ $0.admits(version) }) else { return false }
        return !version.isPrerelease
            || bounds.contains { $0.version.isPrerelease && $0.version.hasSameNumbers(as: version) }
    }

    private static func bounds(_ part: Substring) -> [Bound]? {
        if part == "*" { return [] }
        let operators = [">=", "<=", ">", "<", "=", "^", "~"]
        let sign = operators.first { part.hasPrefix($0) } ?? ""
        guard let (low, count) = version(part.dropFirst(sign.count)) else { return nil }
        let next = following(low, count)
        switch sign {
        case ">=": return [Bound(relation: .atLeast, version: low)]
        case "<": return [Bound(relation: .below, version: low)]
        case ">" where count == 3: return [Bound(relation: .above, version: low)]
        case ">": return [Bound(relation: .atLeast, version: next)]
        case "<=" where count == 3: return [Bound(relation: .atMost, version: low)]
        case "<=": return [Bound(relation: .below, version: next)]
        case "^":
            return [
                Bound(relation: .atLeast, version: low),
                Bound(relation: .below, version: compatible(low, count)),
            ]
        case "~":
            return [
                Bound(relation: .atLeast, version: low),
                Bound(relation: .below, version: following(low, min(count, 2))),
            ]
        case _ where count == 3: return [Bound(relation: .equal, version: low)]
        default: return [Bound(relation: .atLeast, version: low), Bound(relation: .below, version: next)]
        }
    }

    /// A version of which only the first one or two numbers may be given, and how many were.
    private static func version(_ text: Substring) -> (Version, count: Int)? {
        if let version = Version(String(text)) { return (version, 3) }
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map(Version.number)
        guard (1...2).contains(numbers.count), let major = numbers[0] else { return nil }
        guard numbers.count == 2 else { return (Version(major, 0, 0), 1) }
        guard let minor = numbers[1] else { return nil }
        return (Version(major, minor, 0), 2)
    }

    /// The first version with another one of the first `count` numbers.
    private static func following(_ version: Version, _ count: Int) -> Version {
        switch count {
        case 1: Version(version.major + 1, 0, 0)
        case 2: Version(version.major, version.minor + 1, 0)
        default: Version(version.major, version.minor, version.patch + 1)
        }
    }

    /// The first version that may be incompatible: with another first number that is not 0.
    private static func compatible(_ version: Version, _ count: Int) -> Version {
        if version.major > 0 || count == 1 { return following(version, 1) }
        if version.minor > 0 || count == 2 { return following(version, 2) }
        return following(version, 3)
    }
}
