import Documents

/// A timeline as lines of text: bars beside their labels, below a calendar. What is done of a row is solid and
/// the rest is not; `◆` is a milestone, and a bar that ends in `▶` has no end that is known. Where there is no
/// room for bars it is a table.
struct TerminalTimeline {
    private let timeline: Timeline
    private let width: Int?
    private var cells: TerminalCells

    private static let usualSpace = 48
    private static let leastSpace = 16
    /// Columns of characters for one label of the calendar.
    private static let labelSpace = 6

    init(_ timeline: Timeline, width: Int?, cells: TerminalCells) {
        self.timeline = timeline
        self.width = width
        self.cells = cells
    }

    mutating func lines() -> [String] {
        if timeline.rows.isEmpty { return [cells.words.noRows] }
        var labels: [String] = []
        var remarks: [String] = []
        for row in timeline.rows {
            labels.append(cells.cell(.shownLabel(row.label), type: .any).text)
            var remark: [String] = []
            if let group = row.group { remark.append(cells.cell(timeline.groups[group], type: .any).text) }
            if let progress = row.progress {
                remark.append(cells.cell(.number(progress), type: .percent).text)
            }
            remarks.append(remark.joined(separator: cells.words.listSeparator))
        }
        let labelWidth = min(labels.map { displayWidth($0) }.max() ?? 0, width.map { $0 / 3 } ?? .max)
        let remarkWidth = remarks.map { displayWidth($0) }.max() ?? 0
        let space = width.map { $0 - labelWidth - remarkWidth - 4 } ?? Self.usualSpace
        guard space >= Self.leastSpace,
            let axis = TimeAxis(timeline, mostLabels: max(1, space / Self.labelSpace))
        else { return table() }
        let margin = String(repeating: " ", count: labelWidth + 2)
        var lines: [String] = []
        if !axis.outer.isEmpty {
            lines.append(margin + calendar(axis.outer, space) { axis.outerLabel($0, cells.words) })
        }
        lines.append(margin + calendar(axis.intervals, space) { axis.label($0, cells.words) })
        for (index, row) in timeline.rows.enumerated() {
            let label = wrapped(labels[index], width: labelWidth, limit: 1)[0]
            let padding = String(repeating: " ", count: max(0, labelWidth - displayWidth(label)) + 2)
            let bar = bar(row, axis, space)
            let rest = remarks[index].isEmpty ? "" : "  " + shown(remarks[index])
            lines.append(trimmed(shown(label) + padding + bar + rest))
        }
        return lines
    }

    /// Labels at the beginnings of their units, as far as one does not reach into the next.
    private func calendar(
        _ intervals: [TimeAxis.Interval], _ space: Int, _ label: (TimeAxis.Interval) -> String
    ) -> String {
        var line = ""
        var taken = 0
        for interval in intervals {
            let (place, text) = (Self.column(interval.from, space), label(interval))
            let length = displayWidth(text)
            guard place >= taken, place + length <= space else { continue }
            line += String(repeating: " ", count: place - taken) + shown(text)
            taken = place + length
            guard taken < space else { continue }
            line += " "
            taken += 1
        }
        return trimmed(line)
    }

    private func bar(_ row: Timeline.Row, _ axis: TimeAxis, _ space: Int) -> String {
        guard let span = row.span else {
            let text = wrapped(cells.words.undated, width: space, limit: 1)[0]
            return shown(text) + String(repeating: " ", count: space - displayWidth(text))
        }
        var columns = Array(repeating: Character(" "), count: space)
        for interval in axis.intervals { columns[Self.column(interval.from, space)] = "┊" }
        let (start, end) = span.days
        let from = Self.column(axis.share(start), space)
        guard case .at = span else {
            let to = max(from + 1, Int((axis.share(end ?? .infinity) * Double(space)).rounded()))
            let hasProgress = timeline.rows.contains { $0.progress != nil }
            let done = hasProgress ? (row.progress ?? 0) / 100 : 1
            let border = from + Int((Double(to - from) * done).rounded())
            for place in from..<to { columns[place] = place < border ? "█" : "░" }
            if end == nil { columns[to - 1] = "▶" }
            return String(columns)
        }
        columns[from] = "◆"
        return String(columns)
    }

    private static func column(_ share: Double, _ space: Int) -> Int {
        min(space - 1, Int((share * Double(space)).rounded()))
    }

    private func shown(_ text: String) -> String { width == nil ? text : isolated(text) }

    private func trimmed(_ line: String) -> String {
        String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
    }

    private mutating func table() -> [String] {
        let figure = FigureTable(timeline, cells.words)
        var table = TerminalTable(figure.columns, width: width, cells: cells)
        return table.lines(figure.labelled) + table.end(totals: nil)
    }
}
