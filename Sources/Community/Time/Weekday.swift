/// A day of the week, in ISO 8601's order.
public enum Weekday: String, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 1 for Monday to 7 for Sunday, as in ISO 8601.
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
