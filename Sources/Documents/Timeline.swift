import Community

/// Work laid out over time, as in a Gantt chart: rows that have a label and last from a start to an end.
public struct Timeline: Sendable, Hashable {
    /// What it is called among the kinds of charts.
    public static let kind = "timeline"

    public let title: String?
    /// What rows are told apart by: "Status". Empty where they are not.
    public let grouping: String
    /// The values of the grouping, in the order of the legend.
    public let groups: [Cell]
    public let rows: [Row]

    public struct Row: Sendable, Hashable {
        public let label: Cell
        /// nil where no time is known.
        public let span: Span?
        /// The place of its group among the timeline's.
        public let group: Int?
        /// How much of it is done, 0 to 100.
        public let progress: Double?

        public init(label: Cell, span: Span?, group: Int? = nil, progress: Double? = nil) {
            self.label = label
            self.span = span
            self.group = group
            self.progress = progress
        }
    }

    /// When a row is. A day is all of that day.
    public enum Span: Sendable, Hashable {
        case between(Moment, Moment)
        /// Its end is not known.
        case from(Moment)
        /// It has no length: a milestone, or something due of which it is not known when it starts.
        case at(Moment)
    }

    public enum Moment: Sendable, Hashable {
        case day(Day)
        /// A point in time, and the IANA zone by whose calendar it is placed; without one, that of UTC.
        case instant(Instant, zone: String?)
    }

    /// Throws when a row ends before it starts, has a progress that is none, or a group that there is not.
    public init(title: String? = nil, grouping: String = "", groups: [Cell] = [], rows: [Row])
        throws(TimelineError)
    {
        for (index, row) in rows.enumerated() {
            if case .between(let start, let end) = row.span, end.precedes(start) {
                throw .endsBeforeItStarts(row: index + 1)
            }
            if let progress = row.progress, !(0...100).contains(progress) {
                throw .progress(row: index + 1, progress)
            }
            if let group = row.group, !groups.indices.contains(group) { throw .noSuchGroup(row: index + 1) }
        }
        self.title = title
        self.grouping = grouping
        self.groups = groups
        self.rows = rows
    }
}

extension Timeline.Moment {
    /// When it begins, in days since 1970-01-01 of its zone's calendar.
    public var start: Double {
        switch self {
        case .day(let day): return Double(day.number)
        case .instant(let instant, let zone):
            let (day, time) = (zone.flatMap { Zone($0) } ?? .utc).local(instant)
            return Double(day.number) + Double(time.milliseconds) / 86_400_000
        }
    }

    /// When it is over: an instant at once, a day with its last hour.
    public var end: Double {
        switch self {
        case .day: start + 1
        case .instant: start
        }
    }

    /// Whether nothing can last from `other` to this.
    public func precedes(_ other: Self) -> Bool {
        if case (.instant(let instant, _), .instant(let other, _)) = (self, other) { return instant < other }
        return start.rounded(.down) < other.start.rounded(.down)
    }

    public var cell: Cell {
        switch self {
        case .day(let day): .day(day)
        case .instant(let instant, let zone): .instant(instant, zone: zone)
        }
    }
}

extension Timeline.Span {
    /// The days from its beginning to its end, as `Moment` counts them; no end where none is known.
    public var days: (start: Double, end: Double?) {
        switch self {
        case .between(let start, let end): (start.start, end.end)
        case .from(let start): (start.start, nil)
        case .at(let moment): (moment.start, moment.end)
        }
    }

    public var starts: Timeline.Moment? {
        switch self {
        case .between(let start, _), .from(let start): start
        case .at: nil
        }
    }

    public var ends: Timeline.Moment? {
        switch self {
        case .between(_, let end), .at(let end): end
        case .from: nil
        }
    }

    /// nil without either.
    public init?(starts: Timeline.Moment?, ends: Timeline.Moment?) {
        switch (starts, ends) {
        case (let start?, let end?): self = .between(start, end)
        case (let start?, nil): self = .from(start)
        case (nil, let end?): self = .at(end)
        case (nil, nil): return nil
        }
    }
}

/// Why rows do not make a timeline. Rows are counted from 1.
public enum TimelineError: Error, Sendable, Hashable, CustomStringConvertible {
    case endsBeforeItStarts(row: Int)
    case progress(row: Int, Double)
    case noSuchGroup(row: Int)

    public var description: String {
        switch self {
        case .endsBeforeItStarts(let row): "row \(row) of the timeline ends before it starts"
        case .progress(let row, let progress):
            "row \(row) of the timeline has the progress \(progress), where 0 to 100 was expected"
        case .noSuchGroup(let row): "row \(row) of the timeline is of a group that the timeline does not have"
        }
    }
}
