import Documents

/// Bars that lie below their labels: beside each other for several series, or in a row. Numbers stand at the
/// end of their lines. What is negative goes to the other side of zero.
struct BarDrawing {
    private(set) var canvas: ChartCanvas
    private var text: CellText
    private let series: Int
    private let isStacked: Bool

    private static let thickness = 15.0
    private static let gap = 7.0
    /// The narrowest page that a drawing is made for, and a digit's width, in pixels.
    private static let narrowestPage = 330.0
    private static let digit = 8.0

    init(canvas: ChartCanvas, text: CellText, series: Int, isStacked: Bool) {
        self.canvas = canvas
        self.text = text
        self.series = series
        self.isStacked = isStacked
    }

    /// How many rows there was room for.
    mutating func draw(_ chart: Chart) -> Int {
        let least = ChartCanvas.lineHeight + Self.thickness * Double(isStacked ? 1 : series) + Self.gap
        let rows = chart.largest(Int(((ChartCanvas.tallest - canvas.height) / least).rounded(.down)))
        let lines = rows.map { isStacked ? stack($0) : beside($0) }
        var texts: [[String]] = []
        for line in lines {
            texts.append(line.map { $0.number.flatMap { $0.isFinite ? text.text(.number($0)) : nil } ?? "" })
        }
        let longest = texts.joined().map(\.count).max() ?? 0
        let end = 1 - min(0.5, (Double(longest) * Self.digit + 8) / Self.narrowestPage)
        let scale = ChartScale(lines.joined().flatMap { $0.pieces.flatMap { [$0.from, $0.to] } })
        for (index, row) in rows.enumerated() {
            guard index == 0 || canvas.height + least <= ChartCanvas.tallest else { return index }
            let label = visibleText(text.text(row.shownLabel))
            for line in wrapped(label, width: 44, limit: 2) {
                canvas.height += ChartCanvas.lineHeight
                canvas.text(line, 0, y: canvas.height - 5)
            }
            let top = canvas.height
            for (line, number) in zip(lines[index], texts[index]) {
                for piece in line.pieces {
                    canvas.bar(
                        scale.share(piece.from) * end, scale.share(piece.to) * end, y: canvas.height,
                        height: Self.thickness - 2, series: piece.series)
                }
                canvas.number(number, 1, y: canvas.height + Self.thickness - 4)
                canvas.height += Self.thickness
            }
            if scale.hasNegatives { canvas.rule(down: scale.share(0) * end, from: top, to: canvas.height) }
            canvas.height += Self.gap
        }
        return rows.count
    }

    /// Bars that lie on one line, and the number at its end.
    private struct Line {
        var pieces: [Piece] = []
        var number: Double?
    }

    private struct Piece {
        let from: Double
        let to: Double
        let series: Int
    }

    private func beside(_ row: Chart.Row) -> [Line] {
        row.numbers.prefix(series).enumerated().map { series, number in
            guard let number else { return Line() }
            return Line(pieces: [Piece(from: 0, to: number, series: series)], number: number)
        }
    }

    /// What is negative is stacked apart, on the other side of zero.
    private func stack(_ row: Chart.Row) -> [Line] {
        var line = Line()
        var (above, below) = (0.0, 0.0)
        for (series, number) in row.numbers.prefix(series).enumerated() {
            guard let number else { continue }
            let from = number < 0 ? below : above
            let to = finite(from + number)
            line.pieces.append(Piece(from: from, to: to, series: series))
            if number < 0 { below = to } else { above = to }
            line.number = (line.number ?? 0) + number
        }
        return [line]
    }
}

/// A sum that has left the range of doubles stays at its end.
func finite(_ sum: Double) -> Double {
    min(max(sum, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
}
