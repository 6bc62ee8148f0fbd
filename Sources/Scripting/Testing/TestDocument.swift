import Community
import Documents
import Formats
import LuaKit

/// What a report said, for a test to look at.
final class TestDocument: HostObject {
    static let luaType = "test document"

    private let parts: [Part]
    private let isExport: Bool
    private let session: Session

    init(_ parts: [Part], isExport: Bool, session: Session) {
        self.parts = parts
        self.isExport = isExport
        self.session = session
    }

    private var header: DocumentHeader? {
        for case .begin(let header) in parts { return header }
        return nil
    }

    static var type: ObjectType<TestDocument> {
        ObjectType(
            "A document that a report has made.", methods: [rows, text, metrics, charts],
            properties: [
                Property("title", of: TestDocument.self, "The document's title.") { $0.header?.title },
                Property("subtitle", of: TestDocument.self, "The document's subtitle.") {
                    $0.header?.subtitle
                },
            ])
    }

    private static var rows: Function {
        Function(
            "rows", of: TestDocument.self,
            "The rows of a table, as values: a date is a date, a record is what it is called, a choice is its name, a "
                + "list of one value is that value. An empty cell is nil.",
            Parameter<Int64>("number", "Which of the document's tables.", default: 1),
            returns: "A list of rows, each a list of values.",
            example: #"t:equal(doc:rows(), { { "Late", "Jordan", date "2024-05-01", 60 } })"#
        ) { (document: TestDocument, number: Int64) throws -> [Value] in
            let tables = document.tables
            guard number >= 1, number <= tables.count else {
                throw ScriptError(
                    "the document has \(tables.count) table\(tables.count == 1 ? "" : "s"), and no table \(number)"
                )
            }
            return try tables[Int(number) - 1].map { try document.row($0) }
        }
    }

    private static var text: Function {
        Function(
            "text", of: TestDocument.self, "What a reader sees, or a file of an export says.",
            Parameter<String?>(
                "format",
                "`terminal`, which is what a report has without it, or `markdown`; of an export `csv`, which is what it "
                    + "has without it, or `json`."),
            returns: "The text.",
            example: #"t:contains(doc:text(), "Overdue")"#
        ) { (document: TestDocument, name: String?) throws -> String in
            var bytes: [UInt8] = []
            var writer = try document.writer(name) { bytes += $0 }
            for part in document.parts { try writer.write(part) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func writer(_ name: String?, _ sink: @escaping ByteSink) throws -> DocumentWriter {
        if isExport {
            guard let format = TableFormat(rawValue: name ?? "csv"), [.csv, .json].contains(format) else {
                throw ScriptError("'text' gives exports in the formats csv and json, and not '\(name ?? "")'")
            }
            return format.writer(FormatOptions(byteOrderMark: false), to: sink)
        }
        guard let format = Format(rawValue: name ?? "terminal"), [.terminal, .markdown].contains(format)
        else {
            throw ScriptError("'text' gives the formats terminal and markdown, and not '\(name ?? "")'")
        }
        return format.writer(to: sink)
    }

    private static var metrics: Function {
        Function(
            "metrics", of: TestDocument.self, "The document's metrics.",
            returns:
                "A list of tables with `title`, `value`, and `comparison` and `target` where there are such.",
            example: #"t:equal(doc:metrics()[1].value, 3)"#
        ) { (document: TestDocument) throws -> [Value] in
            try document.parts.compactMap { part in
                guard case .metric(let metric) = part else { return nil }
                return try document.session.state.table(fields: [
                    (key: "title", value: .text(metric.title)),
                    (key: "value", value: document.value(metric.value)),
                    (key: "comparison", value: document.value(metric.comparison ?? .empty)),
                    (key: "target", value: document.value(metric.target ?? .empty)),
                ])
            }
        }
    }

    private static var charts: Function {
        Function(
            "charts", of: TestDocument.self, "The document's charts.",
            returns:
                "A list of tables with `kind`, `title`, `series` (their names) and `rows` (lists of a label and "
                + "a number a series).", example: #"t:equal(doc:charts()[1].rows, { { "Jordan", 2 } })"#
        ) { (document: TestDocument) throws -> [Value] in
            let state = document.session.state
            return try document.parts.compactMap { part in
                guard case .chart(let chart) = part else { return nil }
                let rows = try chart.rows.map { row in
                    try document.row([row.label] + row.numbers.map { $0.map(Cell.number) ?? .empty })
                }
                return try state.table(fields: [
                    (key: "kind", value: .text(chart.kind.rawValue)),
                    (key: "title", value: chart.title.map(Value.text) ?? .nil),
                    (key: "series", value: state.table(items: chart.series.map(Value.text))),
                    (key: "rows", value: state.table(items: rows)),
                ])
            }
        }
    }

    private var tables: [[[Cell]]] {
        var tables: [[[Cell]]] = []
        for part in parts {
            switch part {
            case .beginTable: tables.append([])
            case .rows(let rows): tables[tables.count - 1] += rows.map(\.cells)
            default: break
            }
        }
        return tables
    }

    private func row(_ cells: [Cell]) throws -> Value { try session.state.table(items: cells.map(value)) }

    private func value(_ cell: Cell) throws -> Value {
        switch cell {
        case .empty: .nil
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .day(let day): Light(day).map(Value.light) ?? .nil
        case .instant(let instant, _): Light(instant).map(Value.light) ?? .nil
        case .choice(let name, _): .text(name)
        case .record(_, let label): .text(label)
        case .list(let cells):
            switch cells.count {
            case 0: .nil
            case 1: try value(cells[0])
            default: try session.state.table(items: cells.map(value))
            }
        }
    }
}
