import Documents

/// Where the columns of a table stand. It is made of the first rows and holds for all.
struct TerminalLayout {
    private let columns: [Column]
    private let titles: [TerminalCell]
    private let alignments: [Column.Alignment]
    private let shape: Shape
    /// Whether lines are for a terminal and not for a file.
    private let isBounded: Bool
    private let hasColors: Bool
    private let width: Int?

    private enum Shape {
        /// Side by side, this wide.
        case grid([Int])
        /// One below the other, where there are too many for the terminal: a line for every value.
        case stack(titleWidth: Int, valueWidth: Int)
    }

    private static let gap = 2
    /// Narrower than this, words are cut beyond recognition: what a column of texts keeps, and what its
    /// title's longest word keeps at most.
    private static let narrowestText = 8
    private static let longestTitleWord = 12
    /// A text that takes more lines ends in "…".
    private static let mostLines = 3

    init(_ columns: [Column], sample: [[TerminalCell]], width: Int?, hasColors: Bool) {
        self.columns = columns
        self.hasColors = hasColors
        self.width = width
        isBounded = width != nil
        let titles = columns.map { TerminalCell(visibleText($0.title), canWrap: true) }
        self.titles = titles
        alignments = columns.indices.map { index in
            let column = columns[index]
            guard column.type == .any, column.alignment == .start else { return column.alignment }
            let filled = sample.map { $0[index] }.filter { !$0.text.isEmpty }
            return !filled.isEmpty && filled.allSatisfy(\.isQuantity) ? .end : .start
        }
        var natural = titles.map(\.width)
        var least = titles.map { title in
            let words = title.text.split(separator: " ").map { displayWidth($0) }
            return min(words.max() ?? 0, Self.longestTitleWord)
        }
        for row in sample {
            for (index, cell) in row.enumerated() {
                natural[index] = max(natural[index], cell.width)
                let needed = cell.canWrap ? min(cell.width, Self.narrowestText) : cell.width
                least[index] = max(least[index], needed)
            }
        }
        guard let width else {
            shape = .grid(natural)
            return
        }
        let available = width - Self.gap * (columns.count - 1)
        if let widths = Self.fit(natural, least: least, into: available) {
            shape = .grid(widths)
        } else {
            let titleWidth = min(titles.map(\.width).max() ?? 0, width / 2)
            shape = .stack(
                titleWidth: titleWidth, valueWidth: max(Self.narrowestText, width - titleWidth - Self.gap))
        }
    }

    /// Takes from the widest columns first; nil when even the least of every column is too much.
    private static func fit(_ natural: [Int], least: [Int], into available: Int) -> [Int]? {
        guard least.reduce(0, +) <= available else { return nil }
        var cap = min(natural.max() ?? 0, available)
        let narrowed = { (cap: Int) in zip(natural, least).map { max(min($0, cap), $1) } }
        while narrowed(cap).reduce(0, +) > available { cap -= 1 }
        var widths = narrowed(cap)
        var rest = available - widths.reduce(0, +)
        for index in widths.indices where rest > 0 && widths[index] < natural[index] {
            widths[index] += 1
            rest -= 1
        }
        return widths
    }

    /// The lines above the first row.
    func header() -> [String] {
        guard case .grid(let widths) = shape else { return [] }
        return lines(titles) + [rule(widths)]
    }

    func lines(_ line: TerminalTable.Line) -> [String] {
        switch line {
        case .row(let cells): lines(cells)
        case .heading(let text): heading(text)
        case .totals(let cells): totalsRule() + lines(cells)
        }
    }

    /// The heading of a group, after an empty line.
    private func heading(_ text: String) -> [String] {
        let lines = width.map { wrapped(text, width: $0) } ?? [text]
        return [""] + lines.map { isBounded ? isolated($0) : $0 }
    }

    /// The line between the rows and their totals.
    private func totalsRule() -> [String] {
        guard case .grid(let widths) = shape else { return [] }
        return [rule(widths)]
    }

    private func rule(_ widths: [Int]) -> String {
        widths.map { String(repeating: "─", count: $0) }.joined(separator: spaces(Self.gap))
    }

    func lines(_ row: [TerminalCell]) -> [String] {
        switch shape {
        case .grid(let widths): grid(row, widths)
        case .stack(let titleWidth, let valueWidth): stack(row, titleWidth, valueWidth)
        }
    }

    private func grid(_ row: [TerminalCell], _ widths: [Int]) -> [String] {
        let pieces = row.indices.map { index in
            let cell = row[index]
            guard isBounded, cell.canWrap else { return [cell.text] }
            return wrapped(cell.text, width: widths[index], limit: Self.mostLines)
        }
        let height = pieces.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = ""
            var owed = 0
            for index in pieces.indices {
                let piece = line < pieces[index].count ? pieces[index][line] : ""
                let missing = max(0, widths[index] - displayWidth(piece))
                let before =
                    switch alignments[index] {
                    case .start: 0
                    case .center: missing / 2
                    case .end: missing
                    }
                // Spaces are only written before something, so that no line ends in one.
                owed += before
                if !piece.isEmpty {
                    text += spaces(owed) + colored(isBounded ? isolated(piece) : piece, row[index].highlight)
                    owed = 0
                }
                owed += missing - before + Self.gap
            }
            return text
        }
    }

    private func colored(_ text: String, _ highlight: Highlight?) -> String {
        guard hasColors, let highlight, !text.isEmpty else { return text }
        // SGR of ECMA-48: red, yellow and green that are bright enough on dark and light paper alike, and faint.
        let code =
            switch highlight {
            case .danger: "1;31"
            case .warning: "33"
            case .success: "32"
            case .muted: "2"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func stack(_ row: [TerminalCell], _ titleWidth: Int, _ valueWidth: Int) -> [String] {
        var lines: [String] = []
        for (title, cell) in zip(titles, row) {
            let names = wrapped(title.text, width: titleWidth, limit: Self.mostLines)
            let values = cell.canWrap ? wrapped(cell.text, width: valueWidth) : [cell.text]
            for line in 0..<max(names.count, values.count) {
                let name = line < names.count ? names[line] : ""
                let value = line < values.count ? values[line] : ""
                let padding = value.isEmpty ? "" : spaces(titleWidth - displayWidth(name) + Self.gap)
                lines.append(isolated(name) + padding + colored(isolated(value), cell.highlight))
            }
        }
        return lines + [""]
    }
}

private func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
}
