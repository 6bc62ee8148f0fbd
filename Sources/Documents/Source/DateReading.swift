import Community

/// A date as people write it: 2024-06-30, 30/06/2024, 30.6.2024, 30 June 2024, 30 حزيران 2024, or the serial
/// number of a workbook. One that can be two days is refused, unless the order of day and month was said.
struct DateReading {
    private let text: String
    private let order: SourceValueReader.DateOrder?
    private let epoch: DateEpoch

    init(_ text: String, order: SourceValueReader.DateOrder?, epoch: DateEpoch) {
        self.text = text
        self.order = order
        self.epoch = epoch
    }

    func day() throws(ValueError) -> Day {
        if let day = Day(text) {
            if let refusal = HijriDate.refusal(day, text: text.shortened) { throw refusal }
            return day
        }
        let plain = withoutMidnight(text.withWesternDigits.withoutOuterSpace)
        guard plain.utf8.count < 80 else { throw refusal() }
        if let number = Int(plain), plain.allSatisfy(\.isWholeNumber) { return try day(number, plain) }
        let parts = plain.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
            .map { String($0).withoutOuterSpace }
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else {
            return try named(plain)
        }
        if parts[0].count == 4 { return try existing(numbers[0], numbers[1], numbers[2]) }
        guard parts[2].count == 4 else {
            guard numbers[2] > 99 || parts.contains(where: { $0.count > 2 }) else {
                throw ValueError(
                    "'\(text.shortened)' has a year of two digits; write it with four, as in 2024-06-30")
            }
            throw refusal()
        }
        let (first, second, year) = (numbers[0], numbers[1], numbers[2])
        // Nobody writes months first with points.
        let isDayFirst = plain.contains(".") ? true : order.map { $0 == .dayFirst }
        if isDayFirst == nil, first <= 12, second <= 12, first != second,
            let asDayFirst = Day(year: year, month: second, day: first),
            let asMonthFirst = Day(year: year, month: first, day: second)
        {
            // Which day it would be is as open.
            if let refusal = HijriDate.refusal(year: year, month: 0, day: 0, text: text.shortened) {
                throw refusal
            }
            throw ValueError(
                "'\(text.shortened)' can be \(asDayFirst) or \(asMonthFirst); say with --date-order whether days or "
                    + "months come first"
            )
        }
        return isDayFirst ?? (first > 12 || first == second || second <= 12)
            ? try existing(year, second, first) : try existing(year, first, second)
    }

    /// What programs without days write behind one.
    private func withoutMidnight(_ text: String) -> String {
        guard let space = text.firstIndex(where: { $0 == " " || $0 == "T" }),
            let time = ClockTime(text[text.index(after: space)...]), time.milliseconds == 0
        else { return text }
        return String(text[..<space])
    }

    private func day(_ number: Int, _ plain: String) throws(ValueError) -> Day {
        switch plain.count {
        case 8: return try existing(number / 10_000, number / 100 % 100, number % 100)
        case 5:
            guard let day = epoch.day(number) else { throw refusal() }
            return day
        default: throw refusal()
        }
    }

    /// With the month in letters, before or behind the day.
    private func named(_ plain: String) throws(ValueError) -> Day {
        let words = plain.split { " ,،-/.\u{A0}\u{202F}".contains($0) }.map(String.init)
        guard (3...4).contains(words.count), let last = words.last, last.count == 4, let year = Int(last)
        else {
            throw refusal()
        }
        let rest = words.dropLast()
        for (number, name) in [(rest.first, rest.dropFirst()), (rest.last, rest.dropLast())] {
            guard let number, let day = Self.ordinal(number),
                let month = MonthNames.month(named: name.joined(separator: " "))
            else { continue }
            return try existing(year, month, day)
        }
        throw refusal()
    }

    /// `1`, `1st`, `1er`.
    private static func ordinal(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let ending = text.dropFirst(digits.count).lowercased()
        return ["", "st", "nd", "rd", "th", "er"].contains(ending) ? Int(digits) : nil
    }

    private func existing(_ year: Int, _ month: Int, _ day: Int) throws(ValueError) -> Day {
        if let refusal = HijriDate.refusal(year: year, month: month, day: day, text: text.shortened) {
            throw refusal
        }
        guard let found = Day(year: year, month: month, day: day) else {
            throw ValueError(
                "'\(text.shortened)' is a day that does not exist; \(SourceType.date.expectation) is expected"
            )
        }
        return found
    }

    private func refusal() -> ValueError {
        ValueError("'\(text.shortened)' is not \(SourceType.date.expectation)")
    }
}
