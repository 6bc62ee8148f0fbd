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

    static let options = Options(
        "schedule", "When a reminder runs, in the time zone of its recipient; without a day, each day.",
        Option("at", .string, "A time of day: `08:00`.", required: true),
        Option("weekday", .choice(Weekday.allCases.map(\.rawValue)), "The day of the week."),
        Option("day", .integer, "The day of the month, from 1 to 31; in shorter months the last."))

    init(_ reader: TableReader) throws {
        let reader = try TableReader(
            reader.state, try reader.value("every"), "'every' of \(reader.what)", Self.options)
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
