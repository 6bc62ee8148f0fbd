import Community

/// From where a workbook counts days (ECMA-376, part 1, 18.17.4).
public enum DateEpoch: String, Sendable, CaseIterable {
    /// 1 is 1900-01-01. 60 is 29 February 1900, which never was: Lotus 1-2-3 had it, and Excel after it.
    case year1900
    /// 0 is 1904-01-01: workbooks of old Macs.
    case year1904

    /// The day of a serial number; nil for one that is no day, or past 9999.
    public func day(_ serial: Int) -> Day? {
        guard serial < 4_000_000 else { return nil }
        let number: Int
        switch self {
        case .year1900:
            guard serial > 0, serial != 60 else { return nil }
            // Day 61 is 1900-03-01, and Unix' day 0 is serial 25,569.
            number = serial - 25_569 + (serial < 60 ? 1 : 0)
        case .year1904:
            guard serial >= 0 else { return nil }
            number = serial - 24_107
        }
        return Day.last < Day(number: number) ? nil : Day(number: number)
    }

    /// Day and time of a serial number with a fraction, to the millisecond; nil for one that is no day.
    public func localTime(_ serial: Double) -> (Day, ClockTime)? {
        guard serial.isFinite, serial >= 0, serial < 4_000_000 else { return nil }
        let milliseconds = Int((serial * 86_400_000).rounded())
        guard let day = day(milliseconds / 86_400_000) else { return nil }
        return (day, ClockTime(milliseconds: milliseconds % 86_400_000))
    }
}
