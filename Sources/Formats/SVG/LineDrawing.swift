import Community
import Documents

/// Numbers that follow each other: a line a series, broken where a number is missing. Those of days or instants
/// follow in the order of time, as far apart as they are.
struct LineDrawing {
    private(set) var canvas: ChartCanvas
    private var text: CellText
    private let series: Int

    private static let plotHeight = 220.0
    /// What stands free on both sides, so that points and labels at the ends have room.
    private static let margin = 0.03
    /// Points are marked while there are few, and no more are drawn than a screen has columns.
    private static let mostMarked = 60
    private static let mostDrawn = 2000
    private static let mostLabels = 4

    init(canvas: ChartCanvas, text: CellText, series: Int) {
        self.canvas = canvas
        self.text = text
        self.series = series
    }

    mutating func draw(_ unordered: [Chart.Row]) {
        let times = unordered.compactMap(\.label.instant)
        let isInTime = times.count == unordered.count
        let order =
            isInTime ? times.indices.sorted { (times[$0], $0) < (times[$1], $1) } : Array(unordered.indices)
        let rows = order.map { unordered[$0] }
        let scale = ChartScale(rows.flatMap { $0.numbers.prefix(series).compactMap { $0 } }).rounded
        let span = isInTime ? TimeSpan(times) : nil
        canvas.height += ChartCanvas.lineHeight
        let top = canvas.height
        for tick in scale.ticks { canvas.rule(across: top + (1 - scale.share(tick)) * Self.plotHeight) }
        for index in 0..<series {
            var points: [(x: Double, y: Double?)] = []
            for (place, row) in rows.enumerated() {
                let across = span.flatMap { span in row.label.instant.map(span.share) }
                let share = across ?? (rows.count > 1 ? Double(place) / Double(rows.count - 1) : 0.5)
                points.append((share, row.numbers[index].map { 1 - scale.share($0) }))
            }
            draw(points, series: index, top: top)
        }
        for tick in scale.ticks {
            let y = top + (1 - scale.share(tick)) * Self.plotHeight
            canvas.number(text.text(.number(tick)), 0, y: y - 4, anchor: .start)
        }
        canvas.height = top + Self.plotHeight
        if let span { drawTimes(span, rows) } else { drawLabels(rows) }
    }

    /// `points` are shares of the plot's width and height.
    private mutating func draw(_ points: [(x: Double, y: Double?)], series: Int, top: Double) {
        let mark = ChartMark.all[series]
        var path = ""
        var isDrawing = false
        for (x, y) in thinned(points) {
            guard let y else {
                isDrawing = false
                continue
            }
            let left = canvas.isRightToLeft ? 1 - x : x
            let place = "\(pixels(left * 1000)),\(pixels(y * 1000))"
            // A point that nothing follows is still seen: its line ends round, in itself.
            path += isDrawing ? "L\(place)" : "M\(place)L\(place)"
            isDrawing = true
        }
        let width = pixels((1 - 2 * Self.margin) * 100)
        canvas.add(
            "<svg x=\"\(pixels(Self.margin * 100))%\" y=\"\(pixels(top))\" width=\"\(width)%\" "
                + "height=\"\(pixels(Self.plotHeight))\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" "
                + "overflow=\"visible\">\(mark.line(path, series: series))</svg>")
        guard points.count <= Self.mostMarked else { return }
        for case (let x, .some(let y)) in points {
            canvas.add(
                "<svg x=\"\(canvas.place(inPlot(x)))\" y=\"\(pixels(top + y * Self.plotHeight))\" "
                    + "overflow=\"visible\">\(mark.point(series: series))</svg>")
        }
    }

    /// The least and the largest of neighbours, where there are more points than can be seen.
    private func thinned(_ points: [(x: Double, y: Double?)]) -> [(x: Double, y: Double?)] {
        guard points.count > Self.mostDrawn else { return points }
        let size = 2 * points.count / Self.mostDrawn + 1
        return stride(from: 0, to: points.count, by: size).flatMap { start in
            let known = points[start..<min(start + size, points.count)].filter { $0.y != nil }
            let ends = [
                known.min { ($0.y ?? 0) < ($1.y ?? 0) }, known.max { ($0.y ?? 0) < ($1.y ?? 0) },
            ]
            return ends.compactMap { $0 }.sorted { $0.x < $1.x }
        }
    }

    private func inPlot(_ share: Double) -> Double {
        Self.margin + share * (1 - 2 * Self.margin)
    }

    private mutating func drawLabels(_ rows: [Chart.Row]) {
        let last = rows.count - 1
        let count = min(rows.count, Self.mostLabels)
        var places: [(share: Double, label: String)] = []
        for step in 0..<count {
            let index = count > 1 ? step * last / (count - 1) : 0
            let share = last > 0 ? Double(index) / Double(last) : 0.5
            places.append((share, text.text(rows[index].shownLabel)))
        }
        drawLabels(places)
    }

    /// Round about four days of the span, or its ends where it is short.
    private mutating func drawTimes(_ span: TimeSpan, _ rows: [Chart.Row]) {
        guard span.days >= 4 else {
            let ends = rows.compactMap { row in row.label.instant.map { ($0, row.shownLabel) } }
            guard let first = ends.min(by: { $0.0 < $1.0 }), let last = ends.max(by: { $0.0 < $1.0 }) else {
                return
            }
            guard first.0 < last.0 else { return drawLabels([(0.5, text.text(first.1))]) }
            return drawLabels([(0, text.text(first.1)), (1, text.text(last.1))])
        }
        let steps = Self.mostLabels - 1
        var places: [(share: Double, label: String)] = []
        for step in 0...steps {
            let day = span.day(step, of: steps)
            places.append((span.share(Instant(day)), text.text(.day(day))))
        }
        drawLabels(places)
    }

    private mutating func drawLabels(_ places: [(share: Double, label: String)]) {
        var lines = 0
        for (share, label) in places {
            let anchor: ChartCanvas.Anchor = share == 0 ? .start : share == 1 ? .end : .middle
            let share = share == 0 || share == 1 ? share : inPlot(share)
            let pieces = wrapped(visibleText(label), width: 12, limit: 3)
            for (line, piece) in pieces.enumerated() {
                let y = canvas.height + ChartCanvas.lineHeight * Double(line + 1)
                canvas.text(piece, share, y: y, anchor: anchor)
            }
            lines = max(lines, pieces.count)
        }
        canvas.height += ChartCanvas.lineHeight * Double(lines) + 8
    }
}
