import Documents

/// A document as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere. It
/// reads on a phone and on a desk, by eye and by ear, and prints on A4.
///
/// Every tag is closed and every attribute quoted, so that programs may read it as XML.
struct HTMLWriter: PartWriter {
    private let digits: Digits
    private var output: Output
    private var header = DocumentHeader(language: "")
    private var cells = HTMLCells(DocumentHeader(language: ""))
    private var outline = HeadingOutline(hasTitle: false)
    private var table: HTMLTable?
    private var isInMetrics = false
    /// What stands above the next table.
    private var lastHeading: String?
    /// How many tables and charts there are, for their identifiers.
    private var count = 0

    init(_ options: FormatOptions, _ output: Output) {
        digits = options.digits
        self.output = output
    }

    mutating func write(_ part: Part) throws {
        if isInMetrics, !part.isMetric {
            isInMetrics = false
            try output.write("</dl>\n")
        }
        switch part {
        case .begin(let header): try begin(header)
        case .heading(let level, let text):
            lastHeading = text
            let element = "h\(outline.depth(of: level))"
            try output.write("<\(element)>\(cells.isolated(text))</\(element)>\n")
        case .text(let markdown):
            let text = MarkdownText(markdown) { outline.depth(inTextOf: $0) }
            try output.write("<div class=\"text\">\n\(text.html())</div>\n")
        case .note(let note): try output.write(cells.note(note))
        case .metric(let metric):
            if !isInMetrics { try output.write("<dl class=\"metrics\">\n") }
            isInMetrics = true
            try output.write(html(metric))
        case .chart(let chart): try write(chart)
        case .timeline(let timeline): try write(timeline)
        case .beginTable(let header): table = makeTable(header)
        case .group(let cell): table?.group(cell)
        case .subtotal(let totals): if let html = table?.subtotal(totals) { try output.write(html) }
        case .rows(let rows): if let html = table?.html(rows) { try output.write(html) }
        case .endTable(let footer):
            if let html = table?.end(footer) { try output.write(html) }
            table = nil
        case .provenance(let provenance): try write(banner: provenance)
        case .end:
            try output.write("</main>\n</body>\n</html>\n")
            try output.flush()
        }
    }

    private mutating func begin(_ header: DocumentHeader) throws {
        self.header = header
        cells = HTMLCells(header, digits)
        outline = HeadingOutline(hasTitle: header.shownTitle != nil)
        lastHeading = header.shownTitle
        let direction = header.isRightToLeft ? "rtl" : "ltr"
        try output.write(
            """
            <!DOCTYPE html>
            <html lang="\(markup(header.language))" dir="\(direction)">
            <head>
            <meta charset="utf-8" />
            <title>\(markup(header.shownTitle ?? cells.words.report))</title>
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="referrer" content="no-referrer" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
            <style>
            \(pageStyle)\(chartStyle)\(printed(header.provenance))</style>
            </head>
            <body>
            <main>

            """)
        try write(banner: header.provenance)
        if let title = header.shownTitle { try output.write("<h1>\(cells.isolated(title))</h1>\n") }
        if let subtitle = header.subtitle {
            try output.write("<p class=\"subtitle\">\(cells.isolated(subtitle))</p>\n")
        }
    }

    private mutating func write(banner provenance: Provenance?) throws {
        guard let banner = Banner(provenance, cells.words) else { return }
        try output.write(
            "<p class=\"banner \(banner.confidentiality.rawValue)\" role=\"note\">\(cells.isolated(banner.text))</p>\n"
        )
    }

    /// The rule that repeats the banner at the top of every sheet of paper.
    private func printed(_ provenance: Provenance?) -> String {
        guard let banner = Banner(provenance, cells.words) else { return "" }
        // The words are the host's own, and have nothing that ends a string of CSS.
        return "@page { @top-center { content: \"\(banner.text)\"; font: 700 9pt sans-serif; } }\n"
    }

    private mutating func html(_ metric: Metric) -> String {
        let words = cells.words
        var html = "<div><dt>\(cells.isolated(metric.title))</dt>"
        html += "<dd>\(cells.html(metric.value, type: metric.type))</dd>"
        for (word, cell) in [(words.comparedWith, metric.comparison), (words.target, metric.target)] {
            guard let cell else { continue }
            html += "<dd class=\"beside\">\(markup(word)) \(cells.html(cell, type: metric.type))</dd>"
        }
        return html + "</div>\n"
    }

    private mutating func makeTable(_ header: TableHeader) -> HTMLTable {
        count += 1
        return HTMLTable(
            header, label: header.title ?? lastHeading ?? cells.words.report, id: "table-\(count)",
            cells: cells)
    }

    private mutating func write(_ chart: Chart) throws {
        let words = cells.words
        try write(
            figure: chart.kind.rawValue, chart.title, otherwise: words.charts[chart.kind] ?? "",
            FigureTable(chart, words), heading: words.numbersOfChart, remark: words.noNumbers
        ) { $0.svg(chart) }
    }

    private mutating func write(_ timeline: Timeline) throws {
        let words = cells.words
        try write(
            figure: "timeline", timeline.title, otherwise: words.timeline, FigureTable(timeline, words),
            heading: words.datesOfTimeline, remark: timeline.rows.isEmpty ? words.noRows : words.undated
        ) { $0.svg(timeline) }
    }

    /// The drawing, and all that it shows as a table for those who do not see it or want to know.
    ///
    /// - Parameter remark: what is said when there is nothing to draw.
    private mutating func write(
        figure kind: String, _ title: String?, otherwise name: String, _ figure: FigureTable, heading: String,
        remark: String, _ drawing: (ChartFrame) -> String?
    ) throws {
        count += 1
        try output.write("<figure class=\"\(kind)\">\n")
        if let title { try output.write("<figcaption>\(cells.isolated(title))</figcaption>\n") }
        let frame = ChartFrame(isRightToLeft: header.isRightToLeft, text: cells.text, id: "chart-\(count)")
        if let drawing = drawing(frame) {
            try output.write(drawing)
        } else {
            try output.write("<p class=\"remark\">\(cells.isolated(remark))</p>\n")
        }
        if !figure.rows.isEmpty { try write(figure, heading, title ?? name) }
        try output.write("</figure>\n")
    }

    private mutating func write(_ figure: FigureTable, _ heading: String, _ title: String) throws {
        try output.write(
            "<details>\n<summary>\(cells.isolated(heading))</summary>\n"
                + "<div class=\"box\" role=\"group\" tabindex=\"0\" aria-label=\"\(markup(title))\">\n<table>\n"
                + "<thead>\n<tr><td></td>")
        let columns = figure.columns.dropFirst()
        for column in columns {
            let side = column.alignment == .end ? " class=\"end\"" : ""
            try output.write("<th scope=\"col\"\(side)>\(cells.isolated(column.title))</th>")
        }
        try output.write("</tr>\n</thead>\n<tbody>\n")
        for row in figure.labelled {
            try output.write("<tr><th scope=\"row\">\(cells.html(row.cells[0]))</th>")
            for (column, cell) in zip(columns, row.cells.dropFirst()) {
                let side = column.alignment == .end ? " class=\"end\"" : ""
                try output.write("<td\(side)>\(cells.html(cell, type: column.type))</td>")
            }
            try output.write("</tr>\n")
        }
        try output.write("</tbody>\n</table>\n</div>\n</details>\n")
    }
}

extension Part {
    fileprivate var isMetric: Bool {
        if case .metric = self { return true }
        return false
    }
}
