import Documents

/// A workbook as in Office Open XML (ECMA-376), made by libxlsxwriter.
///
/// Every table is on a sheet of its own, named for its title or the heading that it stands below; so are the
/// values of every chart and the dates of every timeline. What else there is stands on a sheet of its own, with links to them, and comes
/// first unless a table did. A document that is one table and nothing else has no such sheet. In a language
/// from right to left, so are the sheets.
///
/// Values are typed. Integers are numbers up to 15 digits, more than which Excel does not show, and text
/// beyond. Numbers have 16 significant digits; what Excel has no number for is text: `NaN`, `Infinity`. A
/// percentage of 25 is 0.25, shown as 25%. Dates and instants are date-times from 1900-03-01 to 9999-12-31
/// and ISO 8601 text outside. An instant is local time in its zone, and shows the zone's distance to UTC
/// after it (`2023-09-25 14:00 +03:00`), which is part of the cell's number format: sorting such cells goes
/// by local time. Booleans are booleans; lists, records and choices are text. Text is never a formula and
/// never a link.
///
/// A text longer than a cell holds is cut and ends in `[…]`, a table longer than a sheet continues on
/// another; a note says so. Rows in groups have their group in a first
/// column. A highlight is a colour, and a sign that the cell's number format has: the value stays what it is. The same document gives the same bytes.
struct XLSXWriter: PartWriter {
    private let options: FormatOptions
    private let limits: XLSXLimits
    private var output: Output
    private var header = DocumentHeader(language: "")
    private var words = XLSXWords.of("")
    private var values: XLSXValues
    private var workbook: XLSXWorkbook?
    private var overview: XLSXOverview?
    private var table: (writer: XLSXTable, title: String?)?
    private var metrics: [Metric] = []
    private var hasTable = false
    /// The last heading, which names the sheets of what has no title below it.
    private var heading: String?

    init(_ options: FormatOptions, _ output: Output, limits: XLSXLimits = XLSXLimits()) {
        self.options = options
        self.limits = limits
        self.output = output
        values = XLSXValues(Words.of(""), limits: limits)
    }

    mutating func write(_ part: Part) throws {
        if case .metric(let metric) = part {
            metrics.append(metric)
            return
        }
        try flushMetrics()
        switch part {
        case .begin(let header): try begin(header)
        case .heading(_, let text):
            heading = text
            try prose(text, .heading)
        case .text(let markdown): try prose(markdown: markdown)
        case .note(let note): try prose("\(values.words.note)\(values.words.colon) \(note)", .note)
        case .metric: break
        case .chart(let chart): try write(chart)
        case .timeline(let timeline): try write(timeline)
        case .beginTable(let header): try begin(header)
        case .group(let cell): table?.writer.group = cell
        case .rows(let rows): try table?.writer.write(rows)
        case .subtotal(let totals): try table?.writer.write(subtotal: totals)
        case .endTable(let footer): try end(footer)
        case .provenance(let provenance): try write(banner: provenance)
        case .end: try end()
        }
    }

    private mutating func begin(_ header: DocumentHeader) throws {
        self.header = header
        words = XLSXWords.of(header.language)
        values = XLSXValues(Words.of(header.language, options.digits), limits: limits)
        workbook = try XLSXWorkbook(
            title: header.title, isRightToLeft: header.isRightToLeft, digits: options.digits,
            temporaryFolder: options.temporaryFolder, limits: limits)
        if let banner = Banner(header.provenance, values.words), !options.hasOnlyTable {
            try openOverview()
            workbook?.banner = banner.text
        }
    }

    private mutating func write(banner provenance: Provenance) throws {
        guard let banner = Banner(provenance, values.words), !options.hasOnlyTable else { return }
        try prose(banner.text, .banner)
        workbook?.banner = banner.text
    }

    private func opened() throws(FormatError) -> XLSXWorkbook {
        guard let workbook else { throw .workbook(reason: "it was not begun") }
        return workbook
    }

    /// The overview, which begins with the document's title.
    private mutating func openOverview() throws {
        guard overview == nil else { return }
        overview = try XLSXOverview(opened(), words: words, values: values)
        if let banner = Banner(header.provenance, values.words) { try overview?.write(banner.text, .banner) }
        if let title = header.title { try overview?.write(title, .title) }
        if let subtitle = header.subtitle { try overview?.write(subtitle, .subtitle) }
    }

    private mutating func prose(_ text: String, _ role: XLSXStyle.Role) throws {
        try openOverview()
        try overview?.write(text, role)
    }

    private mutating func prose(markdown: String) throws {
        for block in MarkdownText(markdown, level: { $0 }).blocks(emphasis: "") {
            try prose(block.lead + block.text, block.kind == .heading ? .heading : .text)
        }
    }

    private mutating func flushMetrics() throws {
        guard !metrics.isEmpty else { return }
        try openOverview()
        try overview?.write(metrics)
        metrics = []
    }

    private mutating func begin(_ table: TableHeader) throws {
        // The name of a sheet says one short title; what is more needs another place.
        let titles = [hasTable ? nil : header.title, header.subtitle, table.title].compactMap { $0 }
        let isSaid =
            titles.count == 0
            || (titles.count == 1 && header.subtitle == nil && SheetNames.name(titles[0]) == titles[0])
        if !isSaid && !options.hasOnlyTable { try openOverview() }
        hasTable = true
        let title = table.title ?? heading ?? (overview == nil ? header.title : nil) ?? words.table
        self.table = (
            try XLSXTable(
                table.columns, grouping: table.grouping, title: title, in: opened(), words: words,
                values: values, isAlone: options.hasOnlyTable),
            table.title
        )
    }

    private mutating func end(_ footer: TableFooter) throws {
        try table?.writer.end(footer)
        if let table { try overview?.writeLinks(to: table.writer, title: table.title) }
        table = nil
    }

    /// The drawing on the overview and its values on a sheet of their own.
    private mutating func write(_ chart: Chart) throws {
        try openOverview()
        if chart.rows.isEmpty {
            if let title = chart.title { try overview?.write(title, .text) }
            try overview?.write(values.words.noRows, .text)
            return
        }
        let figure = FigureTable(chart, values.words)
        let isDrawn = XLSXDrawing.holds(chart, limits)
        let table = try write(
            figure.columns, figure.labelled, title: chart.title ?? heading ?? words.chart, keepsRows: isDrawn)
        if !isDrawn {
            try overview?.write(words.notDrawn(limits.series, limits.points), .note)
        } else if chart.rows.contains(where: { $0.numbers.contains { $0 != nil } }) {
            let drawing = try XLSXDrawing(
                chart, on: table.sheetNames[0], in: opened(), isRightToLeft: header.isRightToLeft)
            try overview?.write(drawing)
        }
        try overview?.writeLinks(to: table, title: chart.title)
    }

    /// Its dates on a sheet of their own, with the columns that the bars are made of beside them.
    private mutating func write(_ timeline: Timeline) throws {
        try openOverview()
        if timeline.rows.isEmpty {
            if let title = timeline.title { try overview?.write(title, .text) }
            try overview?.write(values.words.noRows, .text)
            return
        }
        let bars = XLSXTimelineBars(timeline, limits, values.words, words)
        let figure = FigureTable(timeline, values.words)
        let columns = figure.columns + (bars?.columns ?? [])
        let rows = figure.labelled.enumerated().map { TableRow($1.cells + (bars?.rows[$0] ?? [])) }
        let table = try write(
            columns, rows, title: timeline.title ?? heading ?? values.words.timeline, keepsRows: bars != nil)
        if let bars {
            let drawing = try XLSXDrawing(
                timeline, bars, from: figure.columns.count, on: table.sheetNames[0], in: opened(),
                isRightToLeft: header.isRightToLeft)
            try overview?.write(drawing)
        }
        try overview?.writeLinks(to: table, title: timeline.title)
    }

    /// The values of a drawing, on a sheet of their own.
    private func write(_ columns: [Column], _ rows: [TableRow], title: String, keepsRows: Bool) throws
        -> XLSXTable
    {
        var table = try XLSXTable(
            columns, title: title, in: opened(), words: words, values: values, keepsRows: keepsRows)
        try table.write(rows)
        try table.end(TableFooter())
        return table
    }

    private mutating func end() throws {
        if !hasTable { try openOverview() }
        try overview?.end()
        try opened().close(to: &output)
        workbook = nil
        try output.flush()
    }
}
