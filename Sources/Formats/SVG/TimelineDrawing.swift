import Documents

/// Bars from a start to an end, each below its label, under a calendar. What is done of a row fills its bar from
/// the start on; the rest is paler. A milestone is a diamond; a bar whose end is not known goes on to the edge
/// and ends in a point.
struct TimelineDrawing {
    private(set) var canvas: ChartCanvas
    private let timeline: Timeline
    private let axis: TimeAxis
    private var text: CellText

    /// So many stand side by side on a phone.
    static let mostLabels = 8
    private static let mostLines = 14
    private static let thickness = 15.0
    private static let gap = 8.0
    /// The share of the width in which a label is not written.
    private static let narrowest = 0.07
    /// A day in years is still seen.
    private static let shortest = 0.008

    init(_ timeline: Timeline, _ axis: TimeAxis, canvas: ChartCanvas, text: CellText) {
        self.timeline = timeline
        self.axis = axis
        self.canvas = canvas
        self.text = text
    }

    /// How many fills the groups take.
    var fills: Int { max(1, min(timeline.groups.count, ChartCanvas.mostSeries)) }

    /// How many of the rows there was room for: one at least.
    mutating func draw(_ rows: ArraySlice<Timeline.Row>, hasLegend: Bool) -> Int {
        if hasLegend, !timeline.groups.isEmpty { canvas.legend(legend(), isLines: false) }
        drawLabels()
        let top = canvas.height
        canvas.height += 4
        let drawnAbove = canvas
        var count = 0
        for row in rows {
            let height = ChartCanvas.lineHeight * Double(lines(of: row).count) + Self.thickness + Self.gap
            guard count == 0 || canvas.height + height <= ChartCanvas.tallest else { break }
            canvas.height += height
            count += 1
        }
        let bottom = canvas.height
        canvas = drawnAbove
        // The lines lie below the bars.
        for line in axis.fine(most: Self.mostLines) {
            canvas.rule(down: line.from, from: top, to: bottom, class: "rule")
        }
        canvas.rule(down: 1, from: top, to: bottom, class: "rule")
        for row in rows.prefix(count) { draw(row) }
        return count
    }

    private func legend() -> [String] {
        var text = text
        let names = timeline.groups.map { wrapped(visibleText(text.text($0)), width: 38, limit: 1)[0] }
        guard names.count > ChartCanvas.mostSeries else { return names }
        let shown = ChartCanvas.mostSeries - 1
        return names.prefix(shown) + [
            "\(text.words.others) (\(text.words.numbers.text(Int64(names.count - shown))))"
        ]
    }

    private mutating func drawLabels() {
        draw(axis.outer.map { ($0, axis.outerLabel($0, text.words)) })
        draw(axis.intervals.map { ($0, axis.label($0, text.words)) })
    }

    private mutating func draw(_ labels: [(interval: TimeAxis.Interval, text: String)]) {
        if labels.isEmpty { return }
        canvas.height += ChartCanvas.lineHeight
        for (interval, text) in labels where interval.to - interval.from > Self.narrowest {
            canvas.text(text, interval.from, y: canvas.height - 5)
        }
    }

    private func lines(of row: Timeline.Row) -> [String] {
        var text = text
        return wrapped(visibleText(text.text(.shownLabel(row.label))), width: 40, limit: 2)
    }

    private mutating func draw(_ row: Timeline.Row) {
        for (number, line) in lines(of: row).enumerated() {
            canvas.height += ChartCanvas.lineHeight
            canvas.text(line, 0, y: canvas.height - 5)
            guard number == 0, let progress = row.progress else { continue }
            canvas.number(text.text(.number(progress), type: .percent), 1, y: canvas.height - 5)
        }
        let series = min(row.group ?? 0, ChartCanvas.mostSeries - 1)
        switch row.span {
        case nil: canvas.text(text.words.undated, 0, y: canvas.height + 11, class: "label remark")
        case .at(let moment):
            canvas.diamond((axis.share(moment.start) + axis.share(moment.end)) / 2, y: middle, series: series)
        case .between(let start, let end):
            let from = axis.share(start.start)
            let to = max(from, axis.share(end.end))
            // Within the axis, however short.
            let left = min(from, 1 - Self.shortest)
            drawBar(left, max(to, left + Self.shortest), row.progress, series)
        case .from(let start):
            let from = min(axis.share(start.start), 1 - 0.03)
            drawBar(from, 0.98, row.progress, series)
            canvas.point(1, y: middle, series: series)
        }
        canvas.height += Self.thickness + Self.gap
    }

    private var middle: Double { canvas.height + Self.thickness / 2 }

    private mutating func drawBar(_ from: Double, _ to: Double, _ progress: Double?, _ series: Int) {
        let hasProgress = timeline.rows.contains { $0.progress != nil }
        let (y, height) = (canvas.height, Self.thickness)
        guard hasProgress else { return canvas.bar(from, to, y: y, height: height, series: series) }
        canvas.bar(from, to, y: y, height: height, series: series, isPale: true)
        let done = from + (to - from) * (progress ?? 0) / 100
        if done > from { canvas.bar(from, done, y: y, height: height, series: series) }
    }
}
