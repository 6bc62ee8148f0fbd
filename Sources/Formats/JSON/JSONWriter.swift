import Community
import Documents

/// A document as one JSON object, with nothing lost:
///
///     {"title": …, "subtitle": …, "language": "en", "provenance": {"confidentiality": "closed", "commit": 12}, "parts": [
///     {"kind": "heading", "level": 1, "text": …},
///     {"kind": "text", "markdown": …},
///     {"kind": "note", "text": …},
///     {"kind": "metric", "title": …, "type": "integer", "value": 3, "comparison": …, "target": …},
///     {"kind": "chart", "chart": "bar", "title": …, "series": […], "rows": [
///     {"label": …, "numbers": [3, null]}
///     ]},
///     {"kind": "timeline", "title": …, "grouping": "Status", "groups": ["open", "done"], "rows": [
///     {"label": …, "starts": "2024-01-01", "ends": null, "group": "open", "progress": 40}
///     ]},
///     {"kind": "table", "title": …, "grouping": null, "columns": [
///     {"name": "due", "title": "Due", "type": "date", "alignment": "start"}
///     ], "rows": [
///     ["2024-06-30"]
///     ], "totals": null, "notes": []}
///     ]}
///
/// The provenance is null where nobody followed it; where it was not known in time, the last part is
/// `{"kind": "provenance", "provenance": …}` and counts.
/// A row in which something is highlighted is `{"cells": […], "highlight": "warning", "highlights": ["danger"]}`:
/// that of the row, and one for each cell or null. In a table with a `grouping`, `{"group": …}` stands before the
/// rows of a group, and `{"subtotal": […]}` after them.
///
/// A value is what JSON has for it: null, a string, a number (integers of 64 bits in full), true, false,
/// an array. A date (`2024-06-30`) or an instant (RFC 9557: `2023-09-25T14:00:00+03:00[Asia/Beirut]`, or
/// `…Z` without a zone) is a string where the column's or metric's type says so, and otherwise an object
/// that does: `{"date": …}`, `{"instant": …}`; a text under such a type is `{"text": …}`. Numbers
/// that JSON lacks are `{"number": "NaN"}`, `"Infinity"`, `"-Infinity"`. A record is `{"id": …, "label": …}`,
/// a choice its name, whatever the language.
/// Object keys are always all there, in this order; every row is on a line of its own.
struct JSONWriter: PartWriter {
    private var output: Output
    private var instants = InstantText()
    private var columns: [Column] = []
    private var hasPart = false
    private var hasRow = false

    init(_ output: Output) {
        self.output = output
    }

    mutating func write(_ part: Part) throws {
        switch part {
        case .begin, .group, .rows, .subtotal, .endTable, .end: break
        default:
            try output.write(hasPart ? ",\n" : "\n")
            hasPart = true
        }
        var bytes: [UInt8] = []
        append(part, to: &bytes)
        try output.write(bytes)
        if case .end = part { try output.flush() }
    }

    private mutating func append(_ part: Part, to bytes: inout [UInt8]) {
        switch part {
        case .begin(let header):
            bytes.append("{\"title\":", header.title)
            bytes.append(",\"subtitle\":", header.subtitle)
            bytes.append(",\"language\":", header.language)
            bytes.append(",\"provenance\":")
            if let provenance = header.provenance {
                append(provenance, to: &bytes)
            } else {
                bytes.append("null")
            }
            bytes.append(",\"parts\":[")
        case .heading(let level, let text):
            bytes.append("{\"kind\":\"heading\",\"level\":\(level)")
            bytes.append(",\"text\":", text)
            bytes.append("}")
        case .text(let markdown):
            bytes.append("{\"kind\":\"text\",\"markdown\":", markdown)
            bytes.append("}")
        case .note(let text):
            bytes.append("{\"kind\":\"note\",\"text\":", text)
            bytes.append("}")
        case .metric(let metric): append(metric, to: &bytes)
        case .chart(let chart): append(chart, to: &bytes)
        case .timeline(let timeline): append(timeline, to: &bytes)
        case .beginTable(let header):
            columns = header.columns
            hasRow = false
            bytes.append("{\"kind\":\"table\",\"title\":", header.title)
            bytes.append(",\"grouping\":", header.grouping)
            bytes.append(",\"columns\":[")
            for (index, column) in header.columns.enumerated() {
                bytes.append(index > 0 ? ",\n{\"name\":" : "\n{\"name\":", column.name)
                bytes.append(",\"title\":", column.title)
                bytes.append(",\"type\":\"\(column.type.rawValue)\"")
                bytes.append(",\"alignment\":\"\(column.alignment.rawValue)\"}")
            }
            bytes.append("\n],\"rows\":[")
        case .rows(let rows):
            for row in rows {
                beginRow(&bytes)
                append(row, to: &bytes)
            }
        case .group(let cell):
            beginRow(&bytes)
            bytes.append("{\"group\":")
            append(cell, type: .any, to: &bytes)
            bytes.append("}")
        case .subtotal(let totals):
            beginRow(&bytes)
            bytes.append("{\"subtotal\":")
            append(totals, to: &bytes)
            bytes.append("}")
        case .endTable(let footer):
            bytes.append("\n],\"totals\":")
            if let totals = footer.totals { append(totals, to: &bytes) } else { bytes.append("null") }
            bytes.append(",\"notes\":", footer.notes)
            bytes.append("}")
        case .provenance(let provenance):
            bytes.append("{\"kind\":\"provenance\",\"provenance\":")
            append(provenance, to: &bytes)
            bytes.append("}")
        case .end: bytes.append("\n]}\n")
        }
    }

    private func append(_ provenance: Provenance, to bytes: inout [UInt8]) {
        let commit = provenance.commit.map(String.init) ?? "null"
        bytes.append("{\"confidentiality\":\"\(provenance.confidentiality.rawValue)\",\"commit\":\(commit)}")
    }

    private mutating func append(_ metric: Metric, to bytes: inout [UInt8]) {
        bytes.append("{\"kind\":\"metric\",\"title\":", metric.title)
        bytes.append(",\"type\":\"\(metric.type.rawValue)\",\"value\":")
        append(metric.value, type: metric.type, to: &bytes)
        bytes.append(",\"comparison\":")
        append(metric.comparison ?? .empty, type: metric.type, to: &bytes)
        bytes.append(",\"target\":")
        append(metric.target ?? .empty, type: metric.type, to: &bytes)
        bytes.append("}")
    }

    private mutating func append(_ chart: Chart, to bytes: inout [UInt8]) {
        bytes.append("{\"kind\":\"chart\",\"chart\":\"\(chart.kind.rawValue)\",\"title\":", chart.title)
        bytes.append(",\"series\":", chart.series)
        bytes.append(",\"rows\":[")
        for (index, row) in chart.rows.enumerated() {
            bytes.append(index > 0 ? ",\n{\"label\":" : "\n{\"label\":")
            append(row.label, type: .any, to: &bytes)
            let numbers = row.numbers.map { $0.map(numberText) ?? "null" }
            bytes.append(",\"numbers\":[\(numbers.joined(separator: ","))]}")
        }
        bytes.append("\n]}")
    }

    private mutating func append(_ timeline: Timeline, to bytes: inout [UInt8]) {
        bytes.append("{\"kind\":\"timeline\",\"title\":", timeline.title)
        bytes.append(",\"grouping\":", timeline.grouping)
        bytes.append(",\"groups\":")
        append(.list(timeline.groups), type: .any, to: &bytes)
        bytes.append(",\"rows\":[")
        for (index, row) in timeline.rows.enumerated() {
            bytes.append(index > 0 ? ",\n{\"label\":" : "\n{\"label\":")
            append(row.label, type: .any, to: &bytes)
            for (name, moment) in [("starts", row.span?.starts), ("ends", row.span?.ends)] {
                bytes.append(",\"\(name)\":")
                append(moment?.cell ?? .empty, type: moment?.type ?? .any, to: &bytes)
            }
            bytes.append(",\"group\":")
            append(row.group.map { timeline.groups[$0] } ?? .empty, type: .any, to: &bytes)
            bytes.append(",\"progress\":\(row.progress.map(numberText) ?? "null")}")
        }
        bytes.append("\n]}")
    }

    private mutating func beginRow(_ bytes: inout [UInt8]) {
        bytes.append(hasRow ? ",\n" : "\n")
        hasRow = true
    }

    private mutating func append(_ row: TableRow, to bytes: inout [UInt8]) {
        guard row.highlight != nil || !row.cellHighlights.isEmpty else {
            return append(row.cells, to: &bytes)
        }
        bytes.append("{\"cells\":")
        append(row.cells, to: &bytes)
        bytes.append(",\"highlight\":", row.highlight?.rawValue)
        bytes.append(",\"highlights\":[")
        for place in row.cells.indices {
            bytes.append(place > 0 ? "," : "", row.cellHighlights[place]?.rawValue)
        }
        bytes.append("]}")
    }

    private mutating func append(_ row: [Cell], to bytes: inout [UInt8]) {
        bytes.append("[")
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(",") }
            append(cell, type: columns[index].type, to: &bytes)
        }
        bytes.append("]")
    }

    private mutating func append(_ cell: Cell, type: ColumnType, to bytes: inout [UInt8]) {
        switch cell {
        case .empty: bytes.append("null")
        case .text(let text), .choice(let text, _):
            append(text, tag: "text", isPlain: type != .date && type != .instant, to: &bytes)
        case .integer(let number): bytes.append(String(number))
        case .number(let number) where number.isFinite: bytes.append(number.description)
        case .number(let number): append(numberText(number), tag: "number", isPlain: false, to: &bytes)
        case .boolean(let flag): bytes.append(flag ? "true" : "false")
        case .day(let day): append(day.description, tag: "date", isPlain: type == .date, to: &bytes)
        case .instant(let instant, let zone):
            let text = instants.standard(instant, zone: zone) + (zone.map { "[\($0)]" } ?? "")
            append(text, tag: "instant", isPlain: type == .instant, to: &bytes)
        case .list(let elements):
            bytes.append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(",") }
                append(element, type: .any, to: &bytes)
            }
            bytes.append("]")
        case .record(let id, let label):
            bytes.append("{\"id\":", id)
            bytes.append(",\"label\":", label)
            bytes.append("}")
        }
    }

    private func append(_ text: String, tag: String, isPlain: Bool, to bytes: inout [UInt8]) {
        if !isPlain { bytes.append("{\"\(tag)\":") }
        appendJSON(text, to: &bytes)
        if !isPlain { bytes.append("}") }
    }
}

extension Timeline.Moment {
    /// As what its value is a string.
    fileprivate var type: ColumnType {
        switch self {
        case .day: .date
        case .instant: .instant
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ syntax: String) {
        append(contentsOf: syntax.utf8)
    }

    fileprivate mutating func append(_ syntax: String, _ text: String?) {
        append(syntax)
        if let text { appendJSON(text, to: &self) } else { append("null") }
    }

    fileprivate mutating func append(_ syntax: String, _ texts: [String]) {
        append(syntax)
        append("[")
        for (index, text) in texts.enumerated() { append(index > 0 ? "," : "", text) }
        append("]")
    }
}
