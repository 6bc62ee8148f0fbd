import Documents

/// Draws charts as SVG for a page in a language. Letters and colours are of the page's style (`chartStyle`).
struct ChartFrame {
    let isRightToLeft: Bool
    let text: CellText
    /// Begins the identifiers of what is drawn.
    let id: String

    /// nil when there is no number to draw. What is too much for a drawing is counted in it, and stands with
    /// everything else in the table of numbers that the page has below it.
    func svg(_ chart: Chart) -> String? {
        let series = min(chart.series.count, ChartCanvas.mostSeries)
        let numbers = chart.rows.flatMap { $0.numbers.prefix(series).compactMap { $0 } }
        guard !numbers.isEmpty else { return nil }
        var canvas = ChartCanvas(isRightToLeft: isRightToLeft, id: id)
        var hidden = chart.series.count - series
        var fills = series
        if series > 1 {
            let isLines = chart.kind == .line
            let names = chart.series.prefix(series).map { wrapped(visibleText($0), width: 38, limit: 1)[0] }
            canvas.legend(names, isLines: isLines)
        }
        switch chart.kind {
        case .bar, .stackedBar:
            var bars = BarDrawing(
                canvas: canvas, text: text, series: series, isStacked: chart.kind == .stackedBar)
            hidden += chart.rows.count - bars.draw(chart)
            canvas = bars.canvas
        case .line:
            var lines = LineDrawing(canvas: canvas, text: text, series: series)
            lines.draw(chart.rows)
            canvas = lines.canvas
        case .donut:
            var donut = DonutDrawing(canvas: canvas, text: text)
            guard let parts = donut.draw(chart.rows) else { return nil }
            canvas = donut.canvas
            fills = parts
        }
        if hidden > 0 {
            canvas.height += ChartCanvas.lineHeight
            canvas.text(text.words.more(hidden), 0, y: canvas.height, class: "label remark")
            canvas.height += 6
        }
        let kind = text.words.charts[chart.kind] ?? ""
        let title = chart.title ?? kind
        return canvas.svg(
            title: title, description: "\(kind). \(text.words.rows(chart.rows.count)).", series: fills)
    }
}
