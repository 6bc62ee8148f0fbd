/// A point in time, in UTC, to the millisecond: the start of a session, the time of a report.
public struct Instant: Sendable, Hashable, Comparable, Codable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// A time of day on a day in UTC.
    public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        milliseconds = Int64(day.number * 86_400 + hour * 3600 + minute * 60 + second) * 1000
    }

    /// An instant as in RFC 3339: `2023-09-25T11:00:00Z`, `2023-09-25T14:00+03:00`; seconds and their
    /// fraction may be left out, the zone may not. nil when it is written otherwise, or outside of the years
    /// 1 to 9999 in UTC.
    public init?(_ text: some StringProtocol) {
        guard let (day, time) = Self.halves(String(text)) else { return nil }
        let zoneStart = time.lastIndex(where: { "Zz+-".contains($0) })
        guard let zoneStart, let clock = ClockTime(time[..<zoneStart]) else { return nil }
        var offset = 0
        let zone = time[zoneStart...]
        if zone.lowercased() != "z" {
            guard zone.count == 6, let distance = ClockTime(zone.dropFirst()) else { return nil }
            offset = distance.milliseconds * (zone.first == "-" ? -1 : 1)
        }
        let sum = Int64(day.number * 86_400_000 + clock.milliseconds - offset)
        guard Self.range.contains(sum) else { return nil }
        milliseconds = sum
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Its day in UTC.
    var utcDay: Day { Day(number: Int(milliseconds.quotientAndRemainder(flooringBy: 86_400_000).0)) }

    public func adding(milliseconds count: Int64) -> Instant? {
        let (sum, overflow) = milliseconds.addingReportingOverflow(count)
        guard !overflow, Self.range.contains(sum) else { return nil }
        return Instant(milliseconds: sum)
    }

    /// The milliseconds of the years 1 to 9999.
    static let range =
        Int64(Day.first.number) * 86_400_000...Int64(Day.last.number) * 86_400_000 + 86_399_999

    static func halves(_ text: String) -> (Day, Substring)? {
        guard let separator = text.firstIndex(where: { "Tt ".contains($0) }),
            let day = Day(text[..<separator])
        else { return nil }
        return (day, text[text.index(after: separator)...])
    }
}

extension Instant: CustomStringConvertible {
    /// `2023-09-25T11:00:00Z`, with milliseconds only when there are some.
    public var description: String {
        let (days, rest) = milliseconds.quotientAndRemainder(flooringBy: 86_400_000)
        let clock = ClockTime(milliseconds: Int(rest))
        return "\(Day(number: Int(days)))T\(clock)Z"
    }
}

/// A time of day: `14:00`, `08:30:15.250`.
public struct ClockTime: Sendable, Hashable, CustomStringConvertible {
    /// Milliseconds since midnight, below 86,400,000.
    public let milliseconds: Int

    public init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// A time of day written `14:00`, `08:30:15` or `08:30:15.250`; what is finer than a millisecond is
    /// left out. nil when it is written otherwise.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3,
            let hour = Self.number(parts[0], digits: 2), hour < 24,
            let minute = Self.number(parts[1], digits: 2), minute < 60
        else { return nil }
        var seconds = 0
        if parts.count == 3 {
            guard let value = Self.seconds(parts[2]) else { return nil }
            seconds = value
        }
        milliseconds = hour * 3_600_000 + minute * 60_000 + seconds
    }

    /// Milliseconds of `15` or `15.250`. Never by way of floating point, in which 1.001 is a little less.
    private static func seconds(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = number(parts[0], digits: 2), whole < 60 else { return nil }
        guard parts.count == 2 else { return whole * 1000 }
        let fraction = String(parts[1])
        guard !fraction.isEmpty, fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(fraction.prefix(3) + String(repeating: "0", count: max(0, 3 - fraction.utf8.count)))
            .map { whole * 1000 + $0 }
    }

    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    public var hour: Int { milliseconds / 3_600_000 }
    public var minute: Int { milliseconds / 60_000 % 60 }
    public var second: Int { milliseconds / 1000 % 60 }

    public var description: String {
        let fraction = milliseconds % 1000
        return "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
            + (fraction == 0 ? "" : ".\(padded(fraction, 3))")
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Int64 {
    func quotientAndRemainder(flooringBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
