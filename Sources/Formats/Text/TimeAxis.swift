import Community
import Documents

/// The calendar along which a timeline lies: whole months, quarters or years, whatever gives few enough of them.
struct TimeAxis {
    /// Days since 1970-01-01, as `Timeline.Moment` counts them.
    private let first: Int
    private let end: Int
    private let unit: Unit

    /// A unit of the calendar between two shares of the axis, by its first day.
    struct Interval {
        let from: Double
        let to: Double
        let first: Day
    }

    enum Unit: Hashable {
        case day, week, month, quarter
        case years(Int)

        static let ascending: [Unit] =
            [.day, .week, .month, .quarter]
            + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].map(Unit.years)
    }

    /// nil where no row has a time.
    init?(_ timeline: Timeline, mostLabels: Int) {
        let spans = timeline.rows.compactMap { $0.span?.days }
        guard let first = spans.map(\.start).min(), let end = spans.map({ $0.end ?? $0.start }).max() else {
            return nil
        }
        let (firstDay, lastDay) = (Int(first.rounded(.down)), Int(max(first + 1, end).rounded(.up)) - 1)
        let bounds = { (unit: Unit) in (unit.begin(of: firstDay), unit.end(of: lastDay)) }
        unit =
            Unit.ascending.first { unit in
                let (first, end) = bounds(unit)
                return unit.count(from: first, to: end, most: mostLabels) <= mostLabels
            } ?? .years(5000)
        (self.first, self.end) = bounds(unit)
    }

    /// How far along the axis a time is, from 0 to 1.
    func share(_ day: Double) -> Double {
        min(1, max(0, (day - Double(first)) / Double(end - first)))
    }

    /// What has a label.
    var intervals: [Interval] { intervals(of: unit) }

    /// The finest units of which there are no more than `most`, for lines.
    func fine(most: Int) -> [Interval] {
        let finer = Unit.ascending.first { $0.count(from: first, to: end, most: most) <= most }
        return intervals(of: finer ?? unit)
    }

    /// The years or months that the labelled units lie in, where those do not say it themselves.
    var outer: [Interval] {
        switch unit {
        case .day, .week: intervals(of: .month)
        case .month, .quarter: intervals(of: .years(1))
        case .years: []
        }
    }

    func label(_ interval: Interval, _ words: Words) -> String {
        switch unit {
        case .day, .week: words.digits.written(String(interval.first.day))
        case .month: words.shortMonths[interval.first.month - 1]
        case .quarter: words.quarter(Quarter(of: interval.first).quarter)
        case .years: words.digits.written(String(interval.first.year))
        }
    }

    func outerLabel(_ interval: Interval, _ words: Words) -> String {
        switch unit {
        case .day, .week:
            words.digits.written("\(words.months[interval.first.month - 1]) \(interval.first.year)")
        default: words.digits.written(String(interval.first.year))
        }
    }

    /// Clipped to the axis.
    private func intervals(of unit: Unit) -> [Interval] {
        var intervals: [Interval] = []
        var day = first
        while day < end {
            let next = min(end, unit.end(of: day))
            intervals.append(
                Interval(from: share(Double(day)), to: share(Double(next)), first: Day(number: day)))
            day = next
        }
        return intervals
    }
}

extension TimeAxis.Unit {
    /// The first day of the unit that the day is in.
    fileprivate func begin(of day: Int) -> Int {
        let within = Day(number: day)
        switch self {
        case .day: return day
        case .week: return day - (Weekday.allCases.firstIndex(of: within.weekday) ?? 0)
        case .month: return Month(of: within).firstDay.number
        case .quarter: return Quarter(of: within).firstDay.number
        case .years(let count):
            let year = max(1, within.year - within.year % count)
            return (Day(year: year, month: 1, day: 1) ?? .first).number
        }
    }

    /// The day after the last one of the unit that the day is in.
    fileprivate func end(of day: Int) -> Int {
        let within = Day(number: day)
        switch self {
        case .day: return day + 1
        case .week: return begin(of: day) + 7
        case .month: return Month(of: within).lastDay.number + 1
        case .quarter: return Quarter(of: within).lastDay.number + 1
        case .years(let count):
            let year = within.year - within.year % count + count
            return Day(year: year, month: 1, day: 1)?.number ?? Day.last.number + 1
        }
    }

    /// How many there are, or one more than `most`.
    fileprivate func count(from first: Int, to end: Int, most: Int) -> Int {
        var (count, day) = (0, first)
        while day < end, count <= most {
            day = self.end(of: day)
            count += 1
        }
        return count
    }
}
