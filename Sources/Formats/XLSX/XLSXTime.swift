import Community

/// Days and instants as the serial numbers of workbooks: days since 1899-12-30, which is right from
/// 1900-03-01 on (before it, Excel has a leap day that never was, and LibreOffice has not).
struct XLSXTime {
    private static let epoch = 25_569
    private static let days = 61 - epoch...2_958_465 - epoch
    private static let millisecondsOfDay: Int64 = 86_400_000

    // The zone that was used last stays at hand: a column has mostly one.
    private var name: String?
    private var zone: Zone?

    /// nil for a day that has no serial number.
    static func serial(_ day: Day) -> Double? {
        days.contains(day.number) ? Double(day.number + epoch) : nil
    }

    /// Local time in the zone, UTC without one or with one that does not exist; nil where it has no serial
    /// number. The distance to UTC is in minutes: where a zone's has seconds (before there were time zones),
    /// local time is told by the rounded one, so that the instant stays the same.
    mutating func serial(_ instant: Instant, zone name: String?) -> (Double, XLSXNumberFormat)? {
        if name != self.name {
            self.name = name
            zone = name.flatMap { Zone($0) }
        }
        let minutes = zone.map { Int($0.offset(at: instant)) / 60_000 }
        let (local, overflow) = instant.milliseconds.addingReportingOverflow(Int64(minutes ?? 0) * 60_000)
        guard !overflow, local >= Int64(Self.days.lowerBound) * Self.millisecondsOfDay,
            local < Int64(Self.days.upperBound + 1) * Self.millisecondsOfDay
        else { return nil }
        let precision: XLSXNumberFormat.Precision =
            local % 1000 != 0 ? .millisecond : local % 60_000 != 0 ? .second : .minute
        return (
            Double(local) / Double(Self.millisecondsOfDay) + Double(Self.epoch),
            .instant(offsetMinutes: minutes, precision)
        )
    }
}
