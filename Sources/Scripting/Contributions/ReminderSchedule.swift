import Community
import LuaKit

/// When a reminder runs: at a time of day in its recipient's zone, each day, on a day of the week, or on a day
/// of the month.
public struct ReminderSchedule: Sendable, Hashable, Codable {
    /// `monday`; nil: any.
    public var weekday: String?
    /// 1 to 31; in shorter months the last day. nil: any.
    public var day: Int?
    /// `08:00`.
    public var at: String

    static let documentation =
        "`every` (when it runs, in the recipient's time zone: `at`, a time of day such as \"08:00\", and `weekday` "
        + "such as \"monday\", or `day`, a day of the month from 1 to 31; without either, each day)"

    init(_ reader: TableReader) throws {
        let reader = try TableReader(
            reader.state, try reader.value("every"), "'every' of \(reader.what)")
        try reader.allow(["weekday", "day", "at"])
        weekday = try reader.choice("weekday", among: Weekday.allCases.map(\.rawValue))
        day = try reader.integer("day").map { Int(clamping: $0) }
        if let day {
            guard (1...31).contains(day) else {
                throw ScriptError(
                    "'day' of \(reader.what) must be a day of the month from 1 to 31, and is \(day)")
            }
            guard weekday == nil else {
                throw ScriptError("\(reader.what) has both 'weekday' and 'day'; give one of them")
            }
        }
        let time = try reader.text("at")
        guard let time, time.utf8.count == 5, ClockTime(time) != nil else {
            throw ScriptError(
                "'at' of \(reader.what) must be a time of day such as \"08:00\", and is "
                    + (time.map { "'\($0)'" } ?? "missing"))
        }
        at = time
    }
}
