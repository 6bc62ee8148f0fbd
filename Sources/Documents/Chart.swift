import Spelling

/// A chart: labels, and for each label a number in every series.
public struct Chart: Sendable, Hashable {
    public let kind: Kind
    public let title: String?
    /// What the numbers are called, in the order in which rows have them. One at least; a lone one may be
    /// the empty text.
    public let series: [String]
    public let rows: [Row]

    public enum Kind: String, Sendable, CaseIterable {
        case bar
        case stackedBar = "stacked_bar"
        /// Numbers that follow each other. Where all labels are days or instants, they stand as far apart as those.
        case line
        /// The parts of a whole: one series, nothing negative.
        case donut

        /// The kind of that name.
        public static func named(_ name: String) throws(ChartError) -> Kind {
            guard let kind = Kind(rawValue: name) else { throw .unknownKind(name) }
            return kind
        }
    }

    public struct Row: Sendable, Hashable {
        public let label: Cell
        /// One a series; nil where none is known.
        public let numbers: [Double?]

        public init(label: Cell, numbers: [Double?]) {
            self.label = label
            self.numbers = numbers
        }
    }

    /// Throws when rows and series do not make a chart of that kind.
    public init(kind: Kind, title: String? = nil, series: [String] = [""], rows: [Row]) throws(ChartError) {
        guard !series.isEmpty else { throw .noSeries }
        if kind == .donut, series.count > 1 { throw .severalSeries(kind) }
        for (index, row) in rows.enumerated() {
            guard row.numbers.count == series.count else {
                throw .wrongCount(row: index + 1, count: row.numbers.count, expected: series.count)
            }
            for case .some(let number) in row.numbers {
                guard number.isFinite else { throw .notFinite(row: index + 1, number) }
                if kind == .donut, number < 0 { throw .negative(row: index + 1, number) }
            }
        }
        self.kind = kind
        self.title = title
        self.series = series
        self.rows = rows
    }
}

/// Why values do not make a chart. Rows are counted from 1.
public enum ChartError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownKind(String)
    case noSeries
    case severalSeries(Chart.Kind)
    case wrongCount(row: Int, count: Int, expected: Int)
    case notFinite(row: Int, Double)
    case negative(row: Int, Double)

    public var description: String {
        switch self {
        case .unknownKind(let name):
            let names = Chart.Kind.allCases.map(\.rawValue) + [Timeline.kind]
            let suggestion = Suggestion.phrase(for: name, among: names)
            return "there is no chart of kind '\(name)'"
                + (suggestion.isEmpty ? "; there are \(names.joined(separator: ", "))" : suggestion)
        case .noSeries: return "a chart needs at least one series of numbers"
        case .severalSeries(let kind):
            return "a \(kind.rawValue) chart shows one series; use 'bar' or 'stacked_bar' for several"
        case .wrongCount(let row, let count, let expected):
            return "row \(row) of the chart has \(count) numbers where there are \(expected) series"
        case .notFinite(let row, let number):
            return "row \(row) of the chart has \(number), which cannot be drawn; leave the number out"
        case .negative(let row, let number):
            return "row \(row) of the chart has \(number): the parts of a donut cannot be negative"
        }
    }
}
