import Documents

/// A document as Markdown with the tables of GitHub Flavored Markdown: metrics as a list, charts and timelines
/// as tables. Texts of the document are Markdown already, and are written anew so that none of them reaches
/// into what follows; all others are escaped.
struct MarkdownWriter: PartWriter {
    private let digits: Digits
    private var output: Output
    private var header = DocumentHeader(language: "")
    private var cells = CellText(Words.of(""))
    private var outline = HeadingOutline(hasTitle: false)
    private var table: MarkdownTable?
    private var last: Block?

    private enum Block {
        case metric
        case other
    }

    init(_ options: FormatOptions, _ output: Output) {
        digits = options.digits
        self.output = output
    }

    mutating func write(_ part: Part) throws {
        switch part {
        case .begin(let header): try begin(header)
        case .heading(let level, let text): try write(heading: text, depth: outline.depth(of: level))
        case .text(let text):
            let markdown = MarkdownText(text) { outline.depth(inTextOf: $0) }
            try write(block: markdown.commonMark())
        case .note(let note): try write(note: note)
        case .metric(let metric): try write(metric)
        case .chart(let chart):
            try write(FigureTable(chart, cells.words), chart.title, otherwise: cells.words.noNumbers)
        case .timeline(let timeline):
            try write(FigureTable(timeline, cells.words), timeline.title, otherwise: cells.words.noRows)
        case .beginTable(let header):
            if let title = header.title { try write(title: title) }
            table = MarkdownTable(header.columns, isRightToLeft: self.header.isRightToLeft, cells: cells)
        case .group(let cell): table?.group(cell)
        case .rows(let rows): try write(rows)
        case .subtotal(let totals): for line in table?.totals(totals) ?? [] { try output.write(line) }
        case .endTable(let footer): try endTable(footer)
        case .provenance(let provenance): try write(banner: provenance)
        case .end: try output.flush()
        }
    }

    private mutating func begin(_ header: DocumentHeader) throws {
        self.header = header
        cells = CellText(Words.of(header.language, digits))
        outline = HeadingOutline(hasTitle: header.shownTitle != nil)
        try write(banner: header.provenance)
        if let title = header.shownTitle { try write(heading: title, depth: 1) }
        if let subtitle = header.subtitle { try write(block: markdown(subtitle) + "\n") }
    }

    private mutating func write(heading text: String, depth: Int) throws {
        try write(block: String(repeating: "#", count: depth) + " \(markdown(text))\n")
    }

    private mutating func write(title: String) throws {
        guard !title.isEmpty else { return }
        try write(block: "**\(markdown(title))**\n")
    }

    private mutating func write(banner provenance: Provenance?) throws {
        guard let banner = Banner(provenance, cells.words) else { return }
        try write(block: "> **\(markdown(banner.text))**\n")
    }

    private mutating func write(note: String) throws {
        try write(block: "> **\(cells.words.note)\(cells.words.colon)** \(markdown(note))\n")
    }

    private mutating func write(_ metric: Metric) throws {
        try begin(.metric)
        let words = cells.words
        var line = "- **\(markdown(metric.title))\(words.colon)** \(shown(metric.value, metric.type))"
        var others: [String] = []
        if let comparison = metric.comparison {
            others.append("\(words.comparedWith) \(shown(comparison, metric.type))")
        }
        if let target = metric.target { others.append("\(words.target) \(shown(target, metric.type))") }
        if !others.isEmpty { line += " (\(others.joined(separator: words.listSeparator)))" }
        try output.write(line + "\n")
    }

    private mutating func shown(_ cell: Cell, _ type: ColumnType) -> String {
        markdown(cells.text(cell, type: type))
    }

    private mutating func write(_ figure: FigureTable, _ title: String?, otherwise remark: String) throws {
        if let title { try write(title: title) }
        guard !figure.rows.isEmpty else { return try write(block: remark + "\n") }
        table = MarkdownTable(figure.columns, isRightToLeft: header.isRightToLeft, cells: cells)
        try write(figure.labelled)
        table = nil
    }

    private mutating func write(_ rows: [TableRow]) throws {
        guard var table, !rows.isEmpty else { return }
        if !table.hasBegun { try begin(.other) }
        for line in table.lines(rows) { try output.write(line) }
        self.table = table
    }

    private mutating func endTable(_ footer: TableFooter) throws {
        let count = table?.count ?? 0
        if let totals = footer.totals, var table {
            if !table.hasBegun { try begin(.other) }
            for line in table.totals(totals) { try output.write(line) }
        }
        let remark = count > 0 || footer.totals != nil ? cells.words.rows(count) : cells.words.noRows
        try write(block: remark + "\n")
        for note in footer.notes { try write(note: note) }
        table = nil
    }

    /// - Parameter block: lines that belong together, the last with its end.
    private mutating func write(block: String) throws {
        guard !block.isEmpty else { return }
        try begin(.other)
        try output.write(block)
    }

    /// Metrics that follow each other are one list; an empty line parts all else.
    private mutating func begin(_ block: Block) throws {
        if let last, !(last == .metric && block == .metric) { try output.write("\n") }
        last = block
    }
}
