import Foundation

/// A time zone of the IANA database, in which instants become days and times of day.
public struct Zone: Sendable, Hashable, CustomStringConvertible {
    public let identifier: String
    private let rules: TimeZone

    /// A zone by its IANA identifier, `Asia/Beirut`; nil when there is none of that name. Abbreviations
    /// such as `EST`, which mean different zones in different places, are refused.
    public init?(_ identifier: String) {
        guard identifier == "UTC" || identifier.contains("/"), let rules = TimeZone(identifier: identifier)
        else { return nil }
        self.identifier = identifier
        self.rules = rules
    }

    /// Reads the rules of all zones, for a process that will not be able to open them later.
    public static func preload() {
        for identifier in TimeZone.knownTimeZoneIdentifiers { _ = NSTimeZone(name: identifier) }
    }

    public static let utc = Zone(identifier: "UTC", rules: .gmt)

    private init(identifier: String, rules: TimeZone) {
        self.identifier = identifier
        self.rules = rules
    }

    /// How far local time is ahead of UTC at that instant, in milliseconds.
    public func offset(at instant: Instant) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        return Int64(rules.secondsFromGMT(for: date)) * 1000
    }

    /// The local day and time of day of an instant.
    public func local(_ instant: Instant) -> (day: Day, time: ClockTime) {
        let (days, rest) = (instant.milliseconds + offset(at: instant))
            .quotientAndRemainder(flooringBy: 86_400_000)
        return (Day(number: Int(days)), ClockTime(milliseconds: Int(rest)))
    }

    /// The instant of a local time. A time that the clocks skip is taken as late as the skip is long;
    /// one that they pass twice is the first of the two (as RFC 5545, section 3.3.5, has it).
    public func instant(_ day: Day, _ time: ClockTime) -> Instant {
        let local = Int64(day.number) * 86_400_000 + Int64(time.milliseconds)
        // Offsets reach from -12 to +14 hours: a day to either side is surely before and after.
        let wholeDay: Int64 = 86_400_000
        let before = offset(at: Instant(milliseconds: local - wholeDay))
        let after = offset(at: Instant(milliseconds: local + wholeDay))
        let early = Instant(milliseconds: local - before)
        if before == after || offset(at: early) == before { return early }
        let late = Instant(milliseconds: local - after)
        return offset(at: late) == after ? late : early
    }

    public var description: String { identifier }
}
