import Community
import Documents

/// Comma-separated values as in RFC 4180: lines end in CR LF, a field with a comma, quote or line break is
/// quoted, and one with a semicolon or tab, at which spreadsheets of other languages may part cells. The bytes are UTF-8, after a byte order mark unless the options leave it out.
///
/// Every number of a document is there and its prose is not: tables, charts and timelines as tables of a label
/// and its numbers or dates, and neighbouring metrics as one table of two columns. Each table is a line of titles, its rows
/// and its totals; an empty line parts it from the next. Where columns have tags, these are a line below the titles.
/// Rows in groups have their group in a first column.
/// What is highlighted is not told, nor how confidential it is: a line of
/// words would break what reads the numbers. Dates are ISO 8601, instants RFC 3339, booleans
/// `true` and `false`, whatever the language; lists are joined by `; `, and a record or a choice is what it
/// is called.
///
/// A text that a spreadsheet would run as a formula gets a `FormulaGuard`, which `CSVReader` takes away; numbers do not.
struct CSVWriter: PartWriter {
    private let options: FormatOptions
    private var output: Output
    private var instants = InstantText()
    private var words = Words.of("")
    private var hasTable = false
    /// What the rows of the table have before their cells: their group.
    private var group: [Cell] = []
    private var isInMetrics = false

    init(_ options: FormatOptions, _ output: Output) {
        self.options = options
        self.output = output
    }

    mutating func write(_ part: Part) throws {
        switch part {
        case .begin(let header):
            words = Words.of(header.language)
            if options.byteOrderMark { try output.write("\u{FEFF}") }
        case .heading, .text, .note, .provenance: isInMetrics = false
        case .metric(let metric): try write(metric)
        case .chart(let chart): try write(FigureTable(chart, words), title: chart.title)
        case .timeline(let timeline): try write(FigureTable(timeline, words), title: timeline.title)
        case .beginTable(let header):
            try beginTable()
            group = header.grouping.map { _ in [.empty] } ?? []
            try write((header.grouping.map { [.text($0)] } ?? []) + header.columns.map { .text($0.title) })
            if let tags = header.tags { try write(group + tags) }
        case .group(let cell): group = [cell]
        case .rows(let rows): for row in rows { try write(group + row.cells) }
        case .subtotal(let totals): try write(group + totals)
        case .endTable(let footer):
            if let totals = footer.totals { try write((group.isEmpty ? [] : [.empty]) + totals) }
            group = []
        case .end: try output.flush()
        }
    }

    private mutating func beginTable() throws {
        isInMetrics = false
        if hasTable { try output.write("\r\n") }
        hasTable = true
    }

    private mutating func write(_ metric: Metric) throws {
        if !isInMetrics {
            try beginTable()
            try write([.text(words.metric), .text(words.value)])
            isInMetrics = true
        }
        try write([.text(metric.title), metric.value])
        if let comparison = metric.comparison {
            try write([.text("\(metric.title)\(words.colon) \(words.comparedWith)"), comparison])
        }
        if let target = metric.target {
            try write([.text("\(metric.title)\(words.colon) \(words.target)"), target])
        }
    }

    private mutating func write(_ figure: FigureTable, title: String?) throws {
        try beginTable()
        try write([.text(title ?? "")] + figure.columns.dropFirst().map { .text($0.title) })
        for row in figure.rows { try write(row.cells) }
    }

    private mutating func write(_ row: [Cell]) throws {
        var line: [UInt8] = []
        for (index, cell) in row.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            line.append(contentsOf: field(cell).utf8)
        }
        // A line with nothing on it would part two tables.
        if line.isEmpty { line.append(contentsOf: "\"\"".utf8) }
        line.append(contentsOf: "\r\n".utf8)
        try output.write(line)
    }

    private mutating func field(_ cell: Cell) -> String {
        switch cell {
        case .text, .record, .choice, .list: quoted(FormulaGuard.added(to: text(cell)))
        default: text(cell)
        }
    }

    private mutating func text(_ cell: Cell) -> String {
        switch cell {
        case .empty: return ""
        case .text(let text): return text
        case .integer(let number): return String(number)
        case .number(let number): return numberText(number)
        case .boolean(let flag): return flag ? "true" : "false"
        case .day(let day): return day.description
        case .instant(let instant, let zone): return instants.standard(instant, zone: zone)
        case .list(let elements):
            var texts: [String] = []
            for element in elements { texts.append(text(element)) }
            return texts.joined(separator: "; ")
        case .record(_, let label): return label
        case .choice(_, let title): return title
        }
    }
}

private func quoted(_ text: String) -> String {
    let special: [UInt8] = Array(",;\t\"\n\r".utf8)
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
        if scalar == "\"" { quoted.append("\"") }
        quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
}
