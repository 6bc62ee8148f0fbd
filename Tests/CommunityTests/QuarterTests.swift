import Community
import Testing

struct QuarterTests {
    @Test(arguments: [
        ("2024-01-01", "2024-Q1"), ("2024-03-31", "2024-Q1"), ("2024-04-01", "2024-Q2"),
        ("2024-09-30", "2024-Q3"), ("2024-12-31", "2024-Q4"),
    ])
    func `a day lies in a quarter`(day: String, quarter: String) throws {
        #expect(Quarter(of: try #require(Day(day))).description == quarter)
    }

    @Test(arguments: [
        ("2024-Q1", "2024-01-01", "2024-03-31"), ("2024-q2", "2024-04-01", "2024-06-30"),
        ("2023-Q4", "2023-10-01", "2023-12-31"), ("0001-Q1", "0001-01-01", "0001-03-31"),
        ("9999-Q4", "9999-10-01", "9999-12-31"),
    ])
    func `a quarter has a first and a last day`(text: String, first: String, last: String) throws {
        let quarter = try #require(Quarter(text))
        #expect(quarter.firstDay.description == first)
        #expect(quarter.lastDay.description == last)
        #expect(quarter.description == text.uppercased())
    }

    @Test(arguments: [
        "", "2024", "2024-Q0", "2024-Q5", "2024-3", "24-Q3", "2024Q3", "0000-Q1", "+024-Q1", "2024-Q12",
        "2024-Qé",
    ])
    func `what is no quarter is refused`(text: String) {
        #expect(Quarter(text) == nil)
    }

    @Test(arguments: [("2024-Q3", 2, "2025-Q1"), ("2024-Q1", -1, "2023-Q4"), ("2024-Q1", 0, "2024-Q1")])
    func `quarters are added`(from: String, count: Int, to: String) throws {
        #expect(try #require(Quarter(from)).adding(quarters: count)?.description == to)
    }

    @Test func `months are read, added and have days`() throws {
        let month = try #require(Month("2024-02"))
        #expect(month.firstDay.description == "2024-02-01")
        #expect(month.lastDay.description == "2024-02-29")
        #expect(month.quarter.description == "2024-Q1")
        #expect(month.adding(months: 11)?.description == "2025-01")
        #expect(month.adding(months: -2)?.description == "2023-12")
        #expect(month.description == "2024-02")
    }

    @Test(arguments: ["", "2024", "2024-13", "2024-00", "2024-2", "2024-02-01", "0000-01"])
    func `what is no month is refused`(text: String) {
        #expect(Month(text) == nil)
    }

    @Test func `quarters and months end with the years 1 and 9999`() throws {
        #expect(try #require(Quarter("9999-Q4")).adding(quarters: 1) == nil)
        #expect(try #require(Quarter("0001-Q1")).adding(quarters: -1) == nil)
        #expect(try #require(Quarter("0001-Q1")).adding(quarters: .max) == nil)
        #expect(try #require(Month("9999-12")).adding(months: 1) == nil)
        #expect(try #require(Month("0001-01")).adding(months: -1) == nil)
        #expect(try #require(Month("0001-01")).adding(months: .max) == nil)
    }
}
