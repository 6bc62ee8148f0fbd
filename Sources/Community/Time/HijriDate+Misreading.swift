import Foundation

/// Years of the Hijri calendar that are typed where one of the Gregorian is meant to stand.
extension HijriDate {
    /// The years of our own time by that calendar, 1882 to 2174 by the Gregorian. No session, term or due date of a
    /// community is of the years that the Gregorian calendar counts so.
    public static let years = 1300...1600

    /// Why a date that reads so is not taken for a Gregorian one; nil for other years.
    ///
    /// - Parameter text: as it was written.
    public static func refusal(
        year: Int, month: Int, day: Int, text: @autoclosure () -> String
    ) -> ValueError? {
        guard years.contains(year) else { return nil }
        let gregorian = Self.day(year, month, day).map { "; by the Umm al-Qura calendar that day is \($0)" }
        return ValueError(
            "'\(text())' has a year of the Hijri calendar; write the date by the Gregorian one (2024-06-30)"
                + (gregorian ?? ""))
    }

    /// The same for a day that was taken for a Gregorian one.
    public static func refusal(_ day: Day, text: @autoclosure () -> String) -> ValueError? {
        guard misread.contains(day) else { return nil }
        return refusal(year: day.year, month: day.month, day: day.day, text: text())
    }

    private static let misread: ClosedRange<Day> = {
        let first = Day(year: years.lowerBound, month: 1, day: 1) ?? .first
        return first...(Day(year: years.upperBound, month: 12, day: 31) ?? first)
    }()

    /// The Gregorian day of a date of the Umm al-Qura calendar; nil where that calendar has no such date.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        var calendar = Calendar(identifier: .islamicUmmAlQura)
        calendar.timeZone = .gmt
        guard let date = calendar.date(from: DateComponents(year: year, month: month, day: day)) else {
            return nil
        }
        let found = Day(number: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
        let hijri = HijriDate(found)
        return hijri.year == year && hijri.month == month && hijri.day == day ? found : nil
    }
}
