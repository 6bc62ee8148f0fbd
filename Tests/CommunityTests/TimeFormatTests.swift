import Community
import Testing

struct TimeFormatTests {
    @Test(arguments: [
        ("en", "d MMMM yyyy", "30 June 2024"), ("fr", "d MMMM yyyy", "30 juin 2024"),
        ("ar", "d MMMM yyyy", "30 يونيو 2024"), ("en", "EEEE", "Sunday"), ("fr", "EEEE", "dimanche"),
        ("ar", "EEEE", "الأحد"), ("ar", "yyyy-MM-dd", "2024-06-30"), ("fr", "QQQ yyyy", "T2 2024"),
        ("en", "'day' D", "day 182"),
    ])
    func `a day is written in a language, with Western digits`(
        language: String, pattern: String, text: String
    )
        throws
    {
        let day = try #require(Day("2024-06-30"))
        #expect(TimeFormat().text(day, pattern: pattern, language: language) == text)
    }

    @Test(arguments: [
        ("en", "EEEE d MMMM, HH:mm", "Monday 25 September, 14:00"),
        ("fr", "EEEE d MMMM, HH:mm", "lundi 25 septembre, 14:00"),
        ("ar", "EEEE d MMMM، HH:mm", "الاثنين 25 سبتمبر، 14:00"),
        ("en", "xxx", "+03:00"),
    ])
    func `an instant is written in its zone`(language: String, pattern: String, text: String) throws {
        let instant = try #require(Instant("2023-09-25T11:00:00Z"))
        let zone = try #require(Zone("Asia/Beirut"))
        let formats = TimeFormat()
        #expect(formats.text(instant, zone: zone, pattern: pattern, language: language) == text)
        // A formatter that is kept gives the same.
        #expect(formats.text(instant, zone: zone, pattern: pattern, language: language) == text)
    }

    /// Umm al-Qura dates as announced in Saudi Arabia: new years, Ramadans and feasts among them.
    @Test(arguments: [
        ("2024-07-07", "1446-01-01"), ("2023-09-25", "1445-03-10"), ("2023-03-23", "1444-09-01"),
        ("2024-03-11", "1445-09-01"), ("2024-04-10", "1445-10-01"), ("2025-03-01", "1446-09-01"),
        ("2023-07-19", "1445-01-01"),
    ])
    func `a day has a Hijri date`(day: String, hijri: String) throws {
        #expect(HijriDate(try #require(Day(day))).description == hijri)
    }

    @Test(arguments: [("en", "1 Muharram 1446"), ("ar", "1 محرم 1446"), ("fr", "1 mouharram 1446")])
    func `a Hijri date is written in a language`(language: String, text: String) throws {
        let day = try #require(Day("2024-07-07"))
        #expect(TimeFormat().hijri(day, pattern: "d MMMM y", language: language) == text)
    }
}
