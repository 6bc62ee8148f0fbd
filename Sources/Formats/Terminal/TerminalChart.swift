import Documents

/// A chart as lines of text: bars for one series that is nowhere negative, otherwise a table of its numbers.
struct TerminalChart {
    private let chart: Chart
    private let width: Int?
    private var cells: TerminalCells

    private static let longestBar = 40
    private static let shortestBar = 8
    /// The largest stand for all.
    private static let mostBars = 40

    init(_ chart: Chart, width: Int?, cells: TerminalCells) {
        self.chart = chart
        self.width = width
        self.cells = cells
    }

    mutating func lines() -> [String] {
        if chart.rows.isEmpty { return [cells.words.noRows] }
        guard chart.rows.contains(where: { $0.numbers.contains { $0 != nil } }) else {
            return [cells.words.noNumbers]
        }
        let isBars = chart.series.count == 1 && chart.rows.allSatisfy { ($0.numbers[0] ?? 0) >= 0 }
        return isBars ? bars() : table()
    }

    private mutating func bars() -> [String] {
        let rows = chart.largest(Self.mostBars)
        let numbers = rows.map { $0.numbers[0] }
        let largest = numbers.compactMap { $0 }.max() ?? 0
        let texts = texts(numbers)
        var labels: [String] = []
        for row in rows {
            let label = cells.cell(row.label, type: .any).text
            labels.append(label.isEmpty ? "–" : label)
        }
        let labelWidth = min(labels.map { displayWidth($0) }.max() ?? 0, width.map { $0 / 3 } ?? .max)
        let textWidth = texts.map { displayWidth($0) }.max() ?? 0
        let room = width.map { $0 - labelWidth - textWidth - 3 } ?? Self.longestBar
        let space = max(Self.shortestBar, min(Self.longestBar, room))
        var lines: [String] = []
        for (index, label) in labels.enumerated() {
            let shown = wrapped(label, width: labelWidth, limit: 1)[0]
            let bar = Self.bar(numbers[index] ?? 0, of: largest, space: space)
            let name = width == nil ? shown : isolated(shown)
            let rest = [bar, texts[index]].filter { !$0.isEmpty }.joined(separator: " ")
            let padding = rest.isEmpty ? 0 : max(0, labelWidth - displayWidth(shown)) + 2
            lines.append(name + String(repeating: " ", count: padding) + rest)
        }
        let left = chart.rows.count - rows.count
        if left > 0 { lines.append(cells.words.moreRows(left)) }
        return lines
    }

    /// What stands after the bars: the numbers, for a donut with their share in the whole.
    private func texts(_ numbers: [Double?]) -> [String] {
        let whole = chart.rows.reduce(0) { $0 + ($1.numbers[0] ?? 0) }
        return numbers.map { number in
            guard let number else { return "" }
            guard chart.kind == .donut, whole > 0, whole.isFinite else {
                return cells.words.numbers.text(number)
            }
            let numbers = cells.words.numbers
            let share = numbers.text((number / whole * 100).rounded()) + numbers.percentSign
            return "\(numbers.text(number)) (\(share))"
        }
    }

    /// A bar in eighths of a column; what is more than nothing is seen.
    private static func bar(_ number: Double, of largest: Double, space: Int) -> String {
        guard largest > 0, number > 0 else { return "" }
        let eighths = max(1, Int((number / largest * Double(space * 8)).rounded()))
        let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + rest
    }

    private mutating func table() -> [String] {
        let figure = FigureTable(chart, cells.words)
        var table = TerminalTable(figure.columns, width: width, cells: cells)
        return table.lines(figure.rows) + table.end(totals: nil)
    }
}
