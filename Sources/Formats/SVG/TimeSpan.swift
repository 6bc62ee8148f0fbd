import Community
import Documents

/// From the earliest to the latest of some times.
struct TimeSpan {
    private let first: Instant
    private let last: Instant

    /// nil without any.
    init?(_ instants: [Instant]) {
        guard let first = instants.min(), let last = instants.max() else { return nil }
        self.first = first
        self.last = last
    }

    var days: Int { Int((Double(last.milliseconds) - Double(first.milliseconds)) / 86_400_000) }

    /// 0 for the earliest, 1 for the latest, the middle when they are one.
    func share(_ instant: Instant) -> Double {
        guard first < last else { return 0.5 }
        let whole = Double(last.milliseconds) - Double(first.milliseconds)
        return min(1, max(0, (Double(instant.milliseconds) - Double(first.milliseconds)) / whole))
    }

    /// A day so many steps after the first.
    func day(_ step: Int, of steps: Int) -> Day {
        Day(number: day(first).number + days * step / steps)
    }

    private func day(_ instant: Instant) -> Day { Zone.utc.local(instant).day }
}

extension Cell {
    /// When it is: a day begins at midnight.
    var instant: Instant? {
        switch self {
        case .day(let day): Instant(day)
        case .instant(let instant, _): instant
        default: nil
        }
    }
}
