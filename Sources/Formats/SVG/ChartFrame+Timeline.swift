import Documents

extension ChartFrame {
    /// More rows than a reader follows, on as many sheets as they fill.
    private static let mostSheets = 6

    /// Drawings that follow each other, each no higher than a sheet of paper; nil when there is no time to draw.
    func svg(_ timeline: Timeline) -> String? {
        guard let axis = TimeAxis(timeline, mostLabels: TimelineDrawing.mostLabels) else { return nil }
        var drawings = ""
        var next = 0
        for sheet in 1...Self.mostSheets where next < timeline.rows.count {
            let id = sheet == 1 ? id : "\(id)-\(sheet)"
            var drawing = TimelineDrawing(
                timeline, axis, canvas: ChartCanvas(isRightToLeft: isRightToLeft, id: id), text: text)
            let count = drawing.draw(timeline.rows[next...], hasLegend: sheet == 1)
            next += count
            var canvas = drawing.canvas
            canvas.height += 8
            if sheet == Self.mostSheets, next < timeline.rows.count {
                canvas.height += ChartCanvas.lineHeight
                canvas.text(
                    text.words.more(timeline.rows.count - next), 0, y: canvas.height, class: "label remark")
            }
            let name = timeline.title ?? text.words.timeline
            drawings += canvas.svg(
                title: sheet == 1 ? name : "\(name) (\(sheet))",
                description: "\(text.words.timeline). \(text.words.rows(count)).", series: drawing.fills)
        }
        return drawings
    }
}
