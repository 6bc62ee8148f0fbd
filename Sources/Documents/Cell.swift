import Community

/// A value in a table or metric.
public enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
    case day(Day)
    /// A point in time and the IANA zone in which to show it; without one it is shown in UTC.
    case instant(Instant, zone: String?)
    case list([Cell])
    /// One of the values that a field may take: what it is stored and asked for by, and what readers see.
    case choice(name: String, title: String)
    /// A record, by its identifier and what it is called.
    case record(id: String, label: String)
}
