/// A calendar day without a zone, in the proleptic Gregorian calendar: a due date, the end of a term.
public struct Day: Sendable, Hashable, Comparable, Codable {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// A day by year, month (1–12) and day of the month; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        number = Self.number(year: year, month: month, day: day)
    }

    /// A day written as in ISO 8601: `2024-06-30`; nil when it is written otherwise or does not exist.
    public init?(_ text: some StringProtocol) {
        self.init(String(text))
    }

    /// As the other: most are strings, and there are many.
    public init?(_ text: String) {
        var (year, month, day, place) = (0, 0, 0, 0)
        for byte in text.utf8 {
            let digit = Int(byte) - 0x30
            switch place {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case _ where !(0...9).contains(digit): return nil
            case 0..<4: year = year * 10 + digit
            case 5..<7: month = month * 10 + digit
            case 8..<10: day = day * 10 + digit
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    /// The days that can be written with four digits of the year.
    public static let first = Day(number: number(year: 1, month: 1, day: 1))
    public static let last = Day(number: number(year: 9999, month: 12, day: 31))

    /// The day `count` days later (earlier when negative); nil past year 9999 or before year 1.
    public func adding(days count: Int) -> Day? {
        let (sum, overflow) = number.addingReportingOverflow(count)
        guard !overflow, sum >= Self.first.number, sum <= Self.last.number else { return nil }
        return Day(number: sum)
    }

    /// The same day of the month `count` months later, or that month's last day when it is shorter.
    public func adding(months count: Int) -> Day? {
        guard let month = Month(of: self).adding(months: count) else { return nil }
        let length = Self.length(ofMonth: month.month, year: month.year)
        return Day(year: month.year, month: month.month, day: min(day, length))
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, the fourth day of an ISO week.
        let index = (number + 3) % 7
        return Weekday.allCases[index < 0 ? index + 7 : index]
    }
}

extension Day: CustomStringConvertible {
    /// `2024-06-30`
    public var description: String {
        let (year, month, day) = civil
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension Day {
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Both conversions count in years that begin in March, so that the leap day comes last, within eras
    // of 400 years (146,097 days), after which the calendar repeats.

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// A number with leading zeros up to a width.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
}
