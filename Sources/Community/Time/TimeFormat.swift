import Foundation

/// Writes days and instants by a pattern of Unicode Technical Standard #35, part 4 (`d MMMM yyyy`,
/// `EEEE`, `HH:mm`), in a language. Digits are Western ones in every language.
public final class TimeFormat {
    private var formatters: [Key: DateFormatter] = [:]

    private struct Key: Hashable {
        let pattern: String
        let language: String
        let zone: Zone
        let calendar: Calendar.Identifier
    }

    public init() {}

    public func text(_ day: Day, pattern: String, language: String) -> String {
        text(Instant(day), zone: .utc, pattern: pattern, language: language)
    }

    public func text(_ instant: Instant, zone: Zone, pattern: String, language: String) -> String {
        let key = Key(pattern: pattern, language: language, zone: zone, calendar: .gregorian)
        return formatter(key).string(from: instant.date)
    }

    /// A day of the Umm al-Qura calendar, the Hijri calendar of the region's administrations.
    public func hijri(_ day: Day, pattern: String, language: String) -> String {
        let key = Key(pattern: pattern, language: language, zone: .utc, calendar: .islamicUmmAlQura)
        return formatter(key).string(from: Instant(day).date)
    }

    private func formatter(_ key: Key) -> DateFormatter {
        if let known = formatters[key] { return known }
        let formatter = DateFormatter()
        var calendar = Calendar(identifier: key.calendar)
        calendar.timeZone = TimeZone(identifier: key.zone.identifier) ?? .gmt
        formatter.locale = Locale(identifier: "\(key.language)@numbers=latn")
        formatter.calendar = calendar
        formatter.timeZone = calendar.timeZone
        formatter.dateFormat = key.pattern
        formatters[key] = formatter
        return formatter
    }
}

/// A date of the Umm al-Qura calendar.
public struct HijriDate: Sendable, Hashable, CustomStringConvertible {
    public let year: Int
    /// 1 (Muharram) to 12 (Dhu al-Hijjah).
    public let month: Int
    public let day: Int

    public init(_ day: Day) {
        var calendar = Calendar(identifier: .islamicUmmAlQura)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Instant(day).date)
        year = parts.year ?? 0
        month = parts.month ?? 0
        self.day = parts.day ?? 0
    }

    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension Instant {
    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// The time of this machine's clock.
    public static func fromClock() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
