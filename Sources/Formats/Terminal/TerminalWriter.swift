import Documents

/// A document as plain text for people: headings underlined, metrics as `Title: value`, charts and timelines
/// as bars, tables with aligned columns and the number of their rows. An empty line parts what belongs apart.
///
/// With a width, lines fit it: long texts are wrapped, in tables up to three lines, of which the last
/// then ends in "…"; a table with more columns than fit is written as a list of its rows' values. No column
/// is dropped and no number cut. Without a width everything is written in full. Nothing in a text can
/// command the terminal. Text from right to left stays in logical order; on a terminal, which has a width,
/// it stands in Unicode isolates, so that one that reorders text keeps the columns apart.
struct TerminalWriter: PartWriter {
    private let width: Int?
    private let hasColors: Bool
    private let digits: Digits
    private var output: Output
    private var cells = TerminalCells(Words.of(""))
    private var table: TerminalTable?
    private var last: Block?

    private enum Block {
        case metric
        case other
    }

    init(_ options: FormatOptions, _ output: Output) {
        width = options.width
        hasColors = options.hasColors
        digits = options.digits
        self.output = output
    }

    mutating func write(_ part: Part) throws {
        switch part {
        case .begin(let header):
            cells = TerminalCells(Words.of(header.language, digits))
            try write(banner: header.provenance)
            if let title = header.title { try heading(title, underline: "═") }
            if let subtitle = header.subtitle {
                if header.title == nil { try begin(.other) }
                try text(subtitle)
            }
        case .heading(_, let text):
            try heading(text, underline: "─")
        case .text(let markdown):
            try begin(.other)
            try write(markdown: markdown)
        case .note(let note):
            try begin(.other)
            try text("\(cells.words.note)\(cells.words.colon) \(note)")
        case .metric(let metric): try write(metric)
        case .chart(let chart):
            try begin(.other)
            if let title = chart.title { try text(title) }
            var drawn = TerminalChart(chart, width: width, cells: cells)
            try write(drawn.lines())
        case .timeline(let timeline):
            try begin(.other)
            if let title = timeline.title { try text(title) }
            var drawn = TerminalTimeline(timeline, width: width, cells: cells)
            try write(drawn.lines())
        case .beginTable(let header):
            try begin(.other)
            if let title = header.title { try text(title) }
            table = TerminalTable(header.columns, width: width, hasColors: hasColors, cells: cells)
        case .group(let cell): if let lines = table?.group(cell) { try write(lines) }
        case .rows(let rows): if let lines = table?.lines(rows) { try write(lines) }
        case .subtotal(let totals): if let lines = table?.subtotal(totals) { try write(lines) }
        case .endTable(let footer): try endTable(footer)
        case .provenance(let provenance): try write(banner: provenance)
        case .end: try output.flush()
        }
    }

    private mutating func endTable(_ footer: TableFooter) throws {
        let count = table?.count ?? 0
        if count > 0 || footer.totals != nil {
            if let lines = table?.end(totals: footer.totals) { try write(lines) }
            try write([cells.words.rows(count)])
        } else {
            try write([cells.words.noRows])
        }
        for note in footer.notes { try text("\(cells.words.note)\(cells.words.colon) \(note)") }
        table = nil
    }

    private mutating func write(_ metric: Metric) throws {
        try begin(.metric)
        let words = cells.words
        // The value alone is what a report returned that is just a value: a number is as exact as it is.
        var line =
            metric.title.isEmpty
            ? exact(metric.value) ?? shown(metric.value, metric.type)
            : "\(shown(.text(metric.title), .text))\(words.colon) " + shown(metric.value, metric.type)
        var others: [String] = []
        if let comparison = metric.comparison {
            others.append("\(words.comparedWith) \(shown(comparison, metric.type))")
        }
        if let target = metric.target { others.append("\(words.target) \(shown(target, metric.type))") }
        if !others.isEmpty { line += " (\(others.joined(separator: words.listSeparator)))" }
        try write([line])
    }

    private func exact(_ cell: Cell) -> String? {
        switch cell {
        case .integer(let number): digits.written(String(number))
        case .number(let number): digits.written(numberText(number))
        default: nil
        }
    }

    private mutating func shown(_ cell: Cell, _ type: ColumnType) -> String {
        let text = cells.cell(cell, type: type).text
        return width == nil ? text : isolated(text)
    }

    private mutating func heading(_ title: String, underline: String) throws {
        try begin(.other)
        let lines = self.lines(visibleText(title))
        let length = lines.map { displayWidth($0) }.max() ?? 0
        try write(lines + [String(repeating: underline, count: length)])
    }

    /// Readers of a terminal are who the document is for: members need not be told that it is for members.
    private mutating func write(banner provenance: Provenance?) throws {
        guard let banner = Banner(provenance, cells.words, silent: .members) else { return }
        try begin(.other)
        let isStrong = hasColors && banner.confidentiality == .closed
        for line in lines("▌ " + banner.text) {
            try write([isStrong ? "\u{1B}[1;31m\(line)\u{1B}[0m" : line])
        }
    }

    /// Markdown as plain text is written in mails: items with bullets, emphasis between asterisks.
    private mutating func write(markdown: String) throws {
        let blocks = MarkdownText(markdown, level: { $0 }).blocks(emphasis: "*")
        if blocks.isEmpty { try output.write("\n") }
        for (index, block) in blocks.enumerated() {
            if index > 0, !block.isClose { try output.write("\n") }
            let margin = displayWidth(block.lead)
            var lead = block.lead
            var longest = 0
            for line in block.text.split(separator: "\n", omittingEmptySubsequences: false) {
                let room = block.kind == .code ? nil : width.map { max(8, $0 - margin) }
                for piece in room.map({ wrapped(String(line), width: $0) }) ?? [String(line)] {
                    try output.write(piece.isEmpty ? "\n" : lead + piece + "\n")
                    longest = max(longest, displayWidth(piece))
                    // A quote's bar goes on.
                    lead = String(block.lead.map { $0 == "│" ? "│" : " " })
                }
            }
            if block.kind == .heading {
                try output.write(lead + String(repeating: "─", count: longest) + "\n")
            }
        }
    }

    private mutating func text(_ text: String) throws {
        let paragraphs = visibleText(text, keepingLines: true)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for paragraph in paragraphs { try write(lines(String(paragraph))) }
    }

    private func lines(_ text: String) -> [String] {
        width.map { wrapped(text, width: $0) } ?? [text]
    }

    /// Metrics that follow each other stand together.
    private mutating func begin(_ block: Block) throws {
        if let last, !(last == .metric && block == .metric) { try output.write("\n") }
        last = block
    }

    private mutating func write(_ lines: [String]) throws {
        for line in lines { try output.write(line + "\n") }
    }
}
