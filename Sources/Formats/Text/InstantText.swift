import Community

/// Writes instants in the zones that cells name. The zone that was used last stays at hand: a column has
/// mostly one.
struct InstantText {
    private var name: String?
    private var zone: Zone?

    /// As in RFC 3339: `2023-09-25T14:00:00+03:00`; `Z` without a zone, or with one that does not exist.
    mutating func standard(_ instant: Instant, zone name: String?) -> String {
        guard let local = local(instant, name) else { return instant.description }
        return "\(local.day)T\(local.time)\(local.offset)"
    }

    /// `2023-09-25 14:00 +03:00`, with seconds only when there are some.
    mutating func brief(_ instant: Instant, zone name: String?) -> String {
        let (day, clock, offset) = parts(instant, zone: name)
        return "\(day) \(clock) \(offset ?? "UTC")"
    }

    /// What `brief` is made of. There is no offset in UTC.
    mutating func parts(_ instant: Instant, zone name: String?) -> (day: Day, clock: String, offset: String?)
    {
        let local = local(instant, name)
        let (day, time) = local.map { ($0.day, $0.time) } ?? Zone.utc.local(instant)
        let clock = time.description
        let shown = time.milliseconds % 60_000 == 0 ? String(clock.dropLast(3)) : clock
        return (day, shown, local?.offset)
    }

    /// An offset is written to the minute. Where a zone's has seconds (before there were time zones), local
    /// time is told by the rounded offset, so that the instant stays the same.
    private mutating func local(_ instant: Instant, _ name: String?) -> (
        day: Day, time: ClockTime, offset: String
    )? {
        guard let name else { return nil }
        if name != self.name {
            self.name = name
            zone = Zone(name)
        }
        guard let zone else { return nil }
        let minutes = Int(zone.offset(at: instant)) / 60_000
        let shifted = Instant(milliseconds: instant.milliseconds + Int64(minutes) * 60_000)
        let (day, time) = Zone.utc.local(shifted)
        let distance = ClockTime(milliseconds: abs(minutes) * 60_000).description.dropLast(3)
        return (day, time, (minutes < 0 ? "-" : "+") + distance)
    }
}
