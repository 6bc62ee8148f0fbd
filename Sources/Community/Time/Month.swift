/// A month of a year: `2024-06`.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Months since January of year 0.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    public init(of day: Day) {
        let (year, month, _) = day.civil
        number = year * 12 + month - 1
    }

    /// A month written `2024-06`; nil when it is written otherwise.
    public init?(_ text: some StringProtocol) {
        guard let day = Day("\(text)-01") else { return nil }
        self.init(of: day)
    }

    public var year: Int { number / 12 }
    public var month: Int { number % 12 + 1 }
    public var quarter: Quarter { Quarter(number: number / 3) }

    /// The month `count` later; nil outside of the years 1 to 9999.
    public func adding(months count: Int) -> Month? {
        let (sum, overflow) = number.addingReportingOverflow(count)
        guard !overflow, sum >= 12, sum < 120_000 else { return nil }
        return Month(number: sum)
    }

    public var firstDay: Day { Day(year: year, month: month, day: 1) ?? .first }

    public var lastDay: Day {
        Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? .last
    }

    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

    public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}
