import Documents

/// The parts of a whole as a ring that begins at the top, clockwise, and below it what each part is, with its
/// number and share.
struct DonutDrawing {
    private(set) var canvas: ChartCanvas
    private var text: CellText

    private static let radius = 70.0

    init(canvas: ChartCanvas, text: CellText) {
        self.canvas = canvas
        self.text = text
    }

    /// How many parts were drawn; nil when the whole is nothing.
    mutating func draw(_ rows: [Chart.Row]) -> Int? {
        let parts = parts(of: rows)
        let largest = parts.map(\.number).max() ?? 0
        guard largest > 0 else { return nil }
        // Shares of the largest first: the sum of the numbers themselves may be more than any double.
        let whole = parts.reduce(0) { $0 + $1.number / largest }
        let shares = parts.map { $0.number / largest / whole }
        let middle = canvas.height + Self.radius + 30
        let round = 2 * Double.pi * Self.radius
        var begin = 0.0
        for (index, share) in shares.enumerated() where share > 0 {
            // A circle's stroke begins on the right; a quarter back is its top.
            let length = gapped(share, of: shares) * round
            canvas.add(
                "<circle cx=\"50%\" cy=\"\(pixels(middle))\" r=\"\(pixels(Self.radius))\" fill=\"none\" "
                    + "stroke=\"\(canvas.fill(index))\" stroke-width=\"44\" "
                    + "stroke-dasharray=\"\(pixels(length)) \(pixels(round - length))\" "
                    + "stroke-dashoffset=\"\(pixels((0.25 - begin) * round))\" />")
            begin += share
        }
        canvas.height = middle + Self.radius + 30
        canvas.legend(legend(parts, shares), isLines: false)
        return parts.count
    }

    /// Parts that touch are parted by a line's width.
    private func gapped(_ share: Double, of shares: [Double]) -> Double {
        shares.filter { $0 > 0 }.count > 1 ? max(share / 2, share - 0.004) : share
    }

    private mutating func legend(_ parts: [(label: String, number: Double)], _ shares: [Double]) -> [String] {
        var names: [String] = []
        for (part, share) in zip(parts, shares) {
            let number = text.text(.number(part.number))
            let percent = text.text(.number((share * 1000).rounded() / 10), type: .percent)
            let label = isolated(wrapped(visibleText(part.label), width: 24, limit: 1)[0])
            names.append("\(label)\(text.words.colon) \(number) (\(percent))")
        }
        return names
    }

    /// The parts in their order; where there are more than can be told apart, the smallest as one at the end.
    private mutating func parts(of rows: [Chart.Row]) -> [(label: String, number: Double)] {
        var parts: [(label: String, number: Double)] = []
        for row in rows {
            guard let number = row.numbers.first ?? nil else { continue }
            parts.append((text.text(row.shownLabel), number))
        }
        guard parts.count > ChartCanvas.mostSeries else { return parts }
        let order = parts.indices.sorted { (parts[$0].number, $1) > (parts[$1].number, $0) }
        let kept = Set(order.prefix(ChartCanvas.mostSeries - 1))
        let others = parts.indices.filter { !kept.contains($0) }
        let rest = others.reduce(0) { finite($0 + parts[$1].number) }
        return parts.indices.filter(kept.contains).map { parts[$0] }
            + [("\(text.words.others) (\(others.count))", rest)]
    }
}
