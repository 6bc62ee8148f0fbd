import Community
import Testing

struct DayTests {
    @Test func `every day from 1900 to 2100 is written and read again`() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var number = -25_567
        // 1900-01-01 was a Monday.
        var weekday = 0
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for month in 1...12 {
                for day in 1...(month == 2 && isLeap ? 29 : lengths[month - 1]) {
                    let value = try #require(Day(year: year, month: month, day: day))
                    try #require(value.number == number)
                    try #require((value.year, value.month, value.day) == (year, month, day))
                    try #require(Day(value.description) == value)
                    try #require(value.weekday == Weekday.allCases[weekday])
                    number += 1
                    weekday = (weekday + 1) % 7
                }
            }
        }
        #expect(Day(number: number - 1).description == "2100-12-31")
    }

    @Test(arguments: [
        ("0001-01-01", -719_162, Weekday.monday), ("1970-01-01", 0, .thursday),
        ("2000-02-29", 11_016, .tuesday), ("2023-09-25", 19_625, .monday),
        ("9999-12-31", 2_932_896, .friday),
    ])
    func `known days`(text: String, number: Int, weekday: Weekday) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
    }

    @Test(arguments: [
        "", "2024", "2024-6-30", "24-06-30", "2024-06-31", "2023-02-29", "1900-02-29", "2024-00-01",
        "2024-13-01", "2024-01-00", "0000-01-01", "2024/06/30", " 2024-06-30", "2024-06-30 ", "+024-06-30",
        "-024-06-30", "2024-06-3O", "٢٠٢٤-٠٦-٣٠", "2024-06-30T00:00Z", "2024--6-30", "20\u{301}-06-30",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-05-31", 1, "2024-06-30"), ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"), ("2024-06-30", 0, "2024-06-30"), ("2024-06-30", 1200, "2124-06-30"),
    ])
    func `adding months keeps to the month's end`(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(from)).adding(months: months)?.description == to)
    }

    @Test func `days end with the years 1 and 9999`() {
        #expect(Day.first.description == "0001-01-01")
        #expect(Day.last.description == "9999-12-31")
        #expect(Day.first.adding(days: -1) == nil)
        #expect(Day.last.adding(days: 1) == nil)
        #expect(Day.last.adding(days: .max) == nil)
        #expect(Day.first.adding(days: .min) == nil)
        #expect(Day.first.adding(months: -1) == nil)
        #expect(Day.last.adding(months: 1) == nil)
        #expect(Day.last.adding(months: .max) == nil)
        #expect(Day.first.adding(days: Day.last.number - Day.first.number) == .last)
    }
}
