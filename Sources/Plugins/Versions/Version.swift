/// A semantic version (semver.org 2.0.0): `1.2.3`, `1.0.0-beta.2`, `1.0.0+build5`.
///
/// Ordered by precedence; build metadata is kept for showing and counts neither in order nor in equality.
public struct Version: Sendable {
    public let major: Int
    public let minor: Int
    public let patch: Int
    /// The dot-separated identifiers of a pre-release; empty for a release.
    public let prerelease: [String]
    public let build: [String]

    public init(_ major: Int, _ minor: Int, _ patch: Int, prerelease: [String] = [], build: [String] = []) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.prerelease = prerelease
        self.build = build
    }

    /// nil when the text is none. Numbers have up to 18 digits.
    public init?(_ text: String) {
        let (rest, build) = Self.cut(text, at: "+")
        let (core, prerelease) = Self.cut(rest, at: "-")
        let numbers = core.split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
        guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], let patch = numbers[2],
            let prerelease = Self.identifiers(prerelease), let build = Self.identifiers(build),
            prerelease.allSatisfy({ !Self.isNumeric($0) || Self.hasNoLeadingZero($0) })
        else { return nil }
        self.init(major, minor, patch, prerelease: prerelease, build: build)
    }

    public var isPrerelease: Bool { !prerelease.isEmpty }

    /// Whether it differs in its pre-release at most.
    func hasSameNumbers(as other: Version) -> Bool {
        (major, minor, patch) == (other.major, other.minor, other.patch)
    }

    /// A number of a version: digits without a leading zero.
    static func number(_ text: Substring) -> Int? {
        guard isNumeric(text), hasNoLeadingZero(text), text.utf8.count <= 18 else { return nil }
        return Int(text)
    }

    /// What stands before the first separator, and what behind it, if there is one.
    private static func cut(_ text: some StringProtocol, at separator: Character) -> (Substring, Substring?) {
        guard let place = text.firstIndex(of: separator) else { return (Substring(text), nil) }
        return (Substring(text[..<place]), Substring(text[text.index(after: place)...]))
    }

    private static func identifiers(_ text: Substring?) -> [String]? {
        guard let text else { return [] }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWhole = parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy {
                    $0 == UInt8(ascii: "-") || isDigit($0)
                        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                }
        }
        return isWhole ? parts.map(String.init) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isNumeric(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isDigit)
    }

    private static func hasNoLeadingZero(_ text: some StringProtocol) -> Bool {
        text == "0" || text.utf8.first != UInt8(ascii: "0")
    }
}

extension Version: Hashable, Comparable {
    public static func == (left: Version, right: Version) -> Bool {
        left.hasSameNumbers(as: right) && left.prerelease == right.prerelease
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
        hasher.combine(patch)
        hasher.combine(prerelease)
    }

    /// Precedence by section 11 of semver.org: a pre-release comes before its release; identifiers of digits
    /// are compared as numbers and come before others.
    public static func < (left: Version, right: Version) -> Bool {
        guard left.hasSameNumbers(as: right) else {
            return (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
        }
        guard left.isPrerelease, right.isPrerelease else { return left.isPrerelease && !right.isPrerelease }
        for (one, other) in zip(left.prerelease, right.prerelease) where one != other {
            switch (isNumeric(one), isNumeric(other)) {
            case (true, true): return (one.utf8.count, one) < (other.utf8.count, other)
            case (false, false): return one.utf8.lexicographicallyPrecedes(other.utf8)
            case (let isFirst, _): return isFirst
            }
        }
        return left.prerelease.count < right.prerelease.count
    }
}

extension Version: CustomStringConvertible {
    public var description: String {
        "\(major).\(minor).\(patch)" + (prerelease.isEmpty ? "" : "-" + prerelease.joined(separator: "."))
            + (build.isEmpty ? "" : "+" + build.joined(separator: "."))
    }
}
