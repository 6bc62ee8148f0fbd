import Community
import Testing

struct ZoneTests {
    @Test(arguments: [
        ("Asia/Beirut", "2023-09-25", "14:00", "2023-09-25T11:00:00Z"),
        ("Asia/Beirut", "2023-01-15", "14:00", "2023-01-15T12:00:00Z"),
        // At midnight of 26 March the clocks went to one: half past midnight is half past one.
        ("Asia/Beirut", "2023-03-25", "23:59", "2023-03-25T21:59:00Z"),
        ("Asia/Beirut", "2023-03-26", "00:30", "2023-03-25T22:30:00Z"),
        ("Asia/Beirut", "2023-03-26", "01:30", "2023-03-25T22:30:00Z"),
        // At midnight of 29 October they went back to eleven: half past eleven came twice.
        ("Asia/Beirut", "2023-10-28", "22:59", "2023-10-28T19:59:00Z"),
        ("Asia/Beirut", "2023-10-28", "23:30", "2023-10-28T20:30:00Z"),
        ("Asia/Beirut", "2023-10-29", "00:00", "2023-10-28T22:00:00Z"),
        // Far from Greenwich the same holds.
        ("Pacific/Auckland", "2024-04-07", "02:30", "2024-04-06T13:30:00Z"),
        ("Pacific/Auckland", "2024-09-29", "02:30", "2024-09-28T14:30:00Z"),
        ("America/New_York", "2024-11-03", "01:30", "2024-11-03T05:30:00Z"),
        // Samoa went without a whole day.
        ("Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T22:00:00Z"),
        ("UTC", "2024-06-30", "00:00", "2024-06-30T00:00:00Z"),
        ("Asia/Riyadh", "2024-06-30", "00:00", "2024-06-29T21:00:00Z"),
    ])
    func `a local time is an instant`(zone: String, day: String, time: String, instant: String) throws {
        let zone = try #require(Zone(zone))
        let found = zone.instant(try #require(Day(day)), try #require(ClockTime(time)))
        #expect(found.description == instant)
    }

    @Test(arguments: [
        ("2023-03-25T21:59:59Z", "2023-03-25 23:59:59"), ("2023-03-25T22:00:00Z", "2023-03-26 01:00:00"),
        ("2023-10-28T20:30:00Z", "2023-10-28 23:30:00"), ("2023-10-28T21:30:00Z", "2023-10-28 23:30:00"),
        ("2023-10-28T22:00:00Z", "2023-10-29 00:00:00"),
    ])
    func `an instant is a local time, across changes of the clocks`(instant: String, local: String) throws {
        let zone = try #require(Zone("Asia/Beirut"))
        let (day, time) = zone.local(try #require(Instant(instant)))
        #expect("\(day) \(time)" == local)
    }

    @Test func `every hour of a year is the same again, but where it comes twice`() throws {
        let zone = try #require(Zone("Asia/Beirut"))
        var differences: [String] = []
        for hour in 0..<(365 * 24) {
            let instant = Instant(milliseconds: 1_672_531_200_000 + Int64(hour) * 3_600_000)
            let (day, time) = zone.local(instant)
            let found = zone.instant(day, time)
            if found != instant { differences.append(instant.description) }
        }
        #expect(differences == ["2023-10-28T21:00:00Z"])
    }

    @Test(arguments: [
        "", "Beirut", "EST", "CET", "GMT+3", "Asia/Nowhere", "/", "../etc/passwd", "Asia/", "+03:00",
    ])
    func `what is no zone of the IANA database is refused`(name: String) {
        #expect(Zone(name) == nil)
    }

    @Test(arguments: ["14:00", "08:30:15", "08:30:15.250", "00:00", "23:59:59.999"])
    func `times of day are read and written`(text: String) throws {
        let time = try #require(ClockTime(text))
        #expect(time.description.hasPrefix(text))
        #expect(ClockTime(time.description) == time)
    }
}
