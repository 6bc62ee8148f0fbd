import Documents

/// A document for Word (Office Open XML, ECMA-376), put together by pandoc: real headings, tables whose header stands
/// on every page, charts as pictures with their numbers, on A4 with page numbers. In a language from right to left
/// paragraphs, tables and pages are so too.
///
/// Title and subtitle are properties of the document besides. The same document gives the same bytes.
struct DOCXWriter: PartWriter {
    private let options: FormatOptions
    private var output: Output
    private var header = DocumentHeader(language: "")
    private var text = WordText(isRightToLeft: false)
    private var cells = CellText(Words.of(""))
    private var outline = HeadingOutline(hasTitle: false)
    private var package: WordPackage?
    private var metrics: [Metric] = []
    private var table: (header: TableHeader, lines: [Line])?
    private var lastHeading: String?
    private var rowCount = 0
    private var chartCount = 0

    /// A line of a table, below its titles.
    private enum Line {
        case group(Cell)
        case row(TableRow)
        case subtotal([Cell])
    }

    /// What Word allows in a table, and what it still opens in reasonable time.
    static let mostColumns = 63
    static let mostRows = 20_000
    /// A4 less its margins, in pixels of CSS.
    private static let pictureWidth = 642

    init(_ options: FormatOptions, _ output: Output) {
        self.options = options
        self.output = output
    }

    mutating func write(_ part: Part) throws {
        if case .metric(let metric) = part {
            metrics.append(metric)
            return
        }
        try flushMetrics()
        switch part {
        case .begin(let header): try begin(header)
        case .heading(let level, let text):
            lastHeading = text
            let element = "h\(outline.depth(of: level))"
            try opened().write(html: "<\(element)>\(directed(text, "span"))</\(element)>\n")
        case .text(let markdown):
            let html = MarkdownText(markdown) { outline.depth(inTextOf: $0) }.html()
            try opened().write(html: "<div dir=\"\(direction(of: markdown))\">\n\(html)</div>\n")
        case .note(let note): try opened().write(openXML: self.note(note))
        case .metric: break
        case .chart(let chart): try write(chart)
        case .timeline(let timeline): try write(timeline)
        case .beginTable(let header): try begin(header)
        case .group(let cell): table?.lines.append(.group(cell))
        case .rows(let rows): try keep(rows.map { .row($0) })
        case .subtotal(let totals): table?.lines.append(.subtotal(totals))
        case .endTable(let footer): try end(footer)
        case .provenance(let provenance): try write(banner: provenance)
        case .end:
            try opened().write(html: "</body>\n</html>\n")
            try opened().close(to: &output)
            package = nil
            try output.flush()
        }
    }

    private func opened() throws(FormatError) -> WordPackage {
        guard let package else { throw .failedProgram("pandoc", reason: "the document was not begun") }
        return package
    }

    private mutating func begin(_ header: DocumentHeader) throws {
        self.header = header
        text = WordText(isRightToLeft: header.isRightToLeft)
        cells = CellText(Words.of(header.language, options.digits))
        lastHeading = header.shownTitle
        package = try WordPackage(
            language: header.language, isRightToLeft: header.isRightToLeft,
            temporaryFolder: options.temporaryFolder)
        var html = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\" />\n"
        if let title = header.shownTitle { html += "<title>\(markup(title))</title>\n" }
        if let subtitle = header.subtitle {
            for name in ["subtitle", "subject"] {
                html += "<meta name=\"\(name)\" content=\"\(markup(subtitle))\" />\n"
            }
        }
        try opened().write(html: html + "</head>\n<body>\n")
        try write(banner: header.provenance)
    }

    private mutating func write(banner provenance: Provenance?) throws {
        guard let banner = Banner(provenance, cells.words) else { return }
        try opened().write(openXML: text.paragraph(text.run(banner.text, isBold: true), style: "Note"))
    }

    private func direction(of text: String) -> String {
        let isRightToLeft = readsFromRightToLeft(text, inDocumentFromRightToLeft: header.isRightToLeft)
        return isRightToLeft ? "rtl" : "ltr"
    }

    /// A text in its own direction.
    private func directed(_ text: String, _ element: String) -> String {
        "<\(element) dir=\"\(direction(of: text))\">\(markup(text))</\(element)>"
    }

    private func note(_ note: String) -> String {
        text.paragraph(
            text.run("\(cells.words.note)\(cells.words.colon) ", isBold: true)
                + text.run(visibleText(note, keepingLines: true)),
            style: "Note")
    }

    private func remark(_ remark: String) -> String {
        text.paragraph(text.run(remark), style: "Remark")
    }

    private mutating func flushMetrics() throws {
        guard !metrics.isEmpty else { return }
        let words = cells.words
        let hasComparison = metrics.contains { $0.comparison != nil }
        let hasTarget = metrics.contains { $0.target != nil }
        let titles =
            [words.metric, words.value] + (hasComparison ? [words.comparedWith] : [])
            + (hasTarget ? [words.target] : [])
        var table = WordTable(
            titles, alignments: [.start] + titles.dropFirst().map { _ in .end }, text: text)
        for metric in metrics {
            var row = [visibleText(metric.title), cells.text(metric.value, type: metric.type)]
            if hasComparison { row.append(cells.text(metric.comparison ?? .empty, type: metric.type)) }
            if hasTarget { row.append(cells.text(metric.target ?? .empty, type: metric.type)) }
            table.write(row)
        }
        metrics = []
        try opened().write(openXML: table.xml(title: words.metric) + remark(""))
    }

    private mutating func begin(_ header: TableHeader) throws(FormatError) {
        guard header.columns.count <= Self.mostColumns else {
            throw .tooLarge(
                what: "a table of \(header.columns.count) columns", limit: Self.mostColumns, format: .docx)
        }
        table = (header, [])
    }

    /// The rows of a table wait for its end, which is when the widths of its columns are known.
    private mutating func keep(_ lines: [Line]) throws(FormatError) {
        rowCount += lines.count
        guard rowCount <= Self.mostRows else {
            throw .tooLarge(
                what: "more than \(Self.mostRows) rows", limit: Self.mostRows, format: .docx)
        }
        table?.lines += lines
    }

    private mutating func end(_ footer: TableFooter) throws {
        guard let (header, lines) = table else { return }
        table = nil
        let title = header.title ?? lastHeading ?? cells.words.report
        var xml = header.title.map { caption($0) } ?? ""
        let rows = lines.compactMap { line in if case .row(let row) = line { row } else { nil } }
        if rows.isEmpty, footer.totals == nil {
            xml += remark(cells.words.noRows)
        } else {
            var table = WordTable(
                header.columns.map { visibleText($0.title) },
                alignments: shownAlignments(header.columns, rows), text: text)
            for line in lines {
                switch line {
                case .group(let cell): table.write(group: cells.text(.shownLabel(cell)))
                case .row(let row): table.write(texts(row, header.columns))
                case .subtotal(let totals): table.write(subtotal: texts(TableRow(totals), header.columns))
                }
            }
            if let totals = footer.totals { table.write(totals: texts(TableRow(totals), header.columns)) }
            xml += table.xml(title: title)
            xml += remark(cells.words.rows(rows.count))
        }
        for note in footer.notes { xml += self.note(note) }
        try opened().write(openXML: xml)
    }

    private mutating func texts(_ row: TableRow, _ columns: [Column]) -> [String] {
        var texts: [String] = []
        for (place, column) in columns.enumerated() {
            let sign = row.signed(at: place).map { $0.sign + " " } ?? ""
            texts.append(sign + cells.text(row.cells[place], type: column.type))
        }
        return texts
    }

    private func caption(_ title: String) -> String {
        text.paragraph(text.run(visibleText(title)), style: "TableCaption")
    }

    private mutating func write(_ chart: Chart) throws {
        chartCount += 1
        let kind = cells.words.charts[chart.kind] ?? ""
        if let title = chart.title { try opened().write(openXML: caption(title)) }
        let frame = ChartFrame(
            isRightToLeft: header.isRightToLeft, text: cells, id: "chart-\(chartCount)")
        let drawing = frame.svg(chart)
        if let drawing {
            let description = [chart.title, kind, cells.words.rows(chart.rows.count)].compactMap { $0 }
            try opened().write(
                svg: chartPicture(drawing, width: Self.pictureWidth),
                description: description.joined(separator: ". "))
        } else {
            try opened().write(openXML: remark(cells.words.noNumbers))
        }
        if !chart.rows.isEmpty, drawing.map({ !saysAll($0, of: chart) }) ?? true {
            try writeNumbers(chart, kind)
        }
    }

    /// Whether all of the numbers can be read in the drawing.
    private func saysAll(_ drawing: String, of chart: Chart) -> Bool {
        guard chart.series.count == 1, !drawing.contains("class=\"label remark\"") else { return false }
        return chart.kind == .bar || chart.kind == .donut && chart.rows.count <= ChartCanvas.mostSeries
    }

    private mutating func write(_ timeline: Timeline) throws {
        chartCount += 1
        if let title = timeline.title { try opened().write(openXML: caption(title)) }
        let frame = ChartFrame(
            isRightToLeft: header.isRightToLeft, text: cells, id: "chart-\(chartCount)")
        if let drawing = frame.svg(timeline) {
            let description = [timeline.title, cells.words.timeline, cells.words.rows(timeline.rows.count)]
            try opened().write(
                svg: chartPicture(drawing, width: Self.pictureWidth),
                description: description.compactMap { $0 }.joined(separator: ". "))
        }
        try write(FigureTable(timeline, cells.words), title: timeline.title ?? cells.words.timeline)
    }

    private mutating func writeNumbers(_ chart: Chart, _ kind: String) throws {
        guard chart.series.count < Self.mostColumns else {
            throw FormatError.tooLarge(
                what: "a chart of \(chart.series.count) series", limit: Self.mostColumns - 1, format: .docx)
        }
        try write(FigureTable(chart, cells.words), title: chart.title ?? kind)
    }

    /// What a drawing shows, as a table.
    private mutating func write(_ figure: FigureTable, title: String) throws {
        guard !figure.rows.isEmpty else { return try opened().write(openXML: remark(cells.words.noRows)) }
        var table = WordTable(
            figure.columns.map { visibleText($0.title) },
            alignments: shownAlignments(figure.columns, figure.rows), text: text)
        for row in figure.labelled { table.write(texts(row, figure.columns)) }
        try opened().write(openXML: table.xml(title: title) + remark(""))
    }
}
