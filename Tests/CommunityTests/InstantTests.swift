import Community
import Testing

struct InstantTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2023-09-25T11:00:00Z", 1_695_639_600_000),
            ("2023-09-25T14:00:00+03:00", 1_695_639_600_000), ("2023-09-25T14:00+03:00", 1_695_639_600_000),
            ("2023-09-25t11:00z", 1_695_639_600_000), ("2023-09-25 11:00Z", 1_695_639_600_000),
            ("2023-09-25T07:30-03:30", 1_695_639_600_000), ("2023-09-25T11:00:00.250Z", 1_695_639_600_250),
            ("1970-01-01T00:00:01.001Z", 1001), ("1970-01-01T00:00:00.5Z", 500),
            ("1970-01-01T00:00:00.9999Z", 999), ("1969-12-31T23:59:59.999Z", -1),
            ("1970-01-01T01:00-00:00", 3_600_000), ("1969-12-31T22:00-02:00", 0),
            ("0001-01-01T00:00Z", -62_135_596_800_000), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] as [(String, Int64)])
    func `an instant is read with its offset`(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2023-09-25", "2023-09-25T11:00:00", "2023-09-25T11:00", "2023-09-25T11Z", "2023-09-25T24:00Z",
        "2023-09-25T11:60Z", "2023-09-25T11:00:60Z", "2023-02-30T11:00Z", "2023-09-25T+1:00Z",
        "2023-09-25T11:+5Z", "2023-09-25T11:00:05.Z", "2023-09-25T11:00:05.5e1Z", "2023-09-25T11:00:0x1Z",
        "2023-09-25T11:00:05,5Z", "2023-09-25T11:00+3", "2023-09-25T11:00+0300", "2023-09-25T11:00+03:60",
        "2023-09-25T11:00+24:00", "2023-09-25T11:00ZZ", "2023-09-25T11:00 Z", "2023-09-25T11:00Zulu",
        "2023-09-25_11:00Z", "0001-01-01T00:00+01:00", "9999-12-31T23:59-01:00", "2023-09-25T١١:00Z",
    ])
    func `what is no instant is refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `instants are written and read again, to the millisecond`() {
        var milliseconds: Int64 = -62_135_596_800_000
        var count = 0
        while milliseconds < 253_402_300_800_000 {
            let instant = Instant(milliseconds: milliseconds)
            #expect(Instant(instant.description) == instant)
            milliseconds += 31_556_952_001 * 3 + 1
            count += 1
        }
        #expect(count > 3000)
        for milliseconds in Int64(-1100)...1100 {
            let instant = Instant(milliseconds: milliseconds)
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_695_639_600_250, "2023-09-25T11:00:00.250Z"),
        ] as [(Int64, String)])
    func `an instant is written in UTC`(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).description == text)
    }

    @Test func `instants end with the years 1 and 9999`() {
        let last = Instant(.last, hour: 23, minute: 59, second: 59)
        #expect(last.adding(milliseconds: 999) != nil)
        #expect(last.adding(milliseconds: 1000) == nil)
        #expect(last.adding(milliseconds: .max) == nil)
        #expect(Instant(.first).adding(milliseconds: -1) == nil)
        #expect(Instant(.first).adding(milliseconds: .min) == nil)
    }
}
