import Community
import LuaKit

/// Lengths of time that days and instants are moved by. Each keeps its own unit: a month is not a number of
/// days, and a day of the calendar is not a number of hours.

/// Days of the calendar: `days(7)`, `weeks(2)`.
struct DaySpan: Hashable {
    let count: Int64
}

/// Months of the calendar: `months(3)`, `years(1)`.
struct MonthSpan: Hashable {
    let count: Int64
}

/// Time that a clock counts: `hours(2)`, `minutes(90)`.
struct TimeSpan: Hashable {
    let milliseconds: Int64
}
