import Community
import Documents
import LuaKit

/// Makes a chart out of the rows that a script gives.
struct ChartWriter {
    let session: Session

    /// As many labels as a chart can show and a reader can tell apart with a lens.
    private static let mostRows = 1000

    /// One number of the chart.
    private struct Number {
        let label: Value
        let series: String
        let value: Value
    }

    func chart(_ options: ChartOptions) throws -> Chart {
        let rows: [Number]
        switch options.rows {
        case .groups(let groups): rows = try self.rows(of: groups)
        case .list(let list): rows = try self.rows(of: list, options)
        case .query:
            throw ScriptError(
                "a chart needs numbers: group the query, or give a list of rows with `label` and `value`")
        }
        var series: [String] = []
        var labels: [Cell] = []
        var numbers: [Cell: [String: Double]] = [:]
        let cells = try ValueCells(session: session).cells(rows.map(\.label))
        for (row, label) in zip(rows, cells) {
            if !series.contains(row.series) { series.append(row.series) }
            if numbers[label] == nil { labels.append(label) }
            numbers[label, default: [:]][row.series] = try number(row.value, label)
        }
        guard labels.count <= Self.mostRows else {
            throw ScriptError(
                "the chart has \(labels.count) labels; \(Self.mostRows) are the most that can be shown")
        }
        return try Chart(
            kind: options.kind, title: options.title, series: series.isEmpty ? [""] : series,
            rows: labels.map { label in
                Chart.Row(label: label, numbers: (series.isEmpty ? [""] : series).map { numbers[label]?[$0] })
            })
    }

    /// By one field: its values are the labels. By two: those of the second are the series.
    private func rows(of groups: GroupsObject) throws -> [Number] {
        guard groups.keys.count <= 2 else { throw ScriptError("a chart shows groups by one field or two") }
        let series =
            groups.keys.count == 2
            ? try ValueCells(session: session).cells(groups.rows.map { $0[1] }).map(\.plainText)
            : groups.rows.map { _ in "" }
        return zip(groups.rows, series).map { Number(label: $0[0], series: $1, value: $0[$0.count - 1]) }
    }

    private func rows(of list: Value, _ options: ChartOptions) throws -> [Number] {
        var rows: [Number] = []
        for (index, row) in try session.state.sequence(list).enumerated() {
            let reader = try TableReader(session.state, row, "row \(index + 1) of the chart")
            let label = try reader.value(options.label)
            guard !label.isNil else {
                throw ScriptError("row \(index + 1) of the chart has no '\(options.label)'")
            }
            for name in options.values {
                let series = options.values.count > 1 ? name : ""
                rows.append(Number(label: label, series: series, value: try reader.value(name)))
            }
        }
        return rows
    }

    private func number(_ value: Value, _ label: Cell) throws -> Double? {
        switch value {
        case .nil: return nil
        case .integer(let number): return Double(number)
        case .number(let number): return number
        default:
            throw ScriptError(
                "the chart has a \(value.typeName) at '\(label.plainText)', where a number is expected")
        }
    }
}

extension Cell {
    /// The value in a message, and as the name of a series.
    var plainText: String {
        switch self {
        case .empty: "–"
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let flag): String(flag)
        case .day(let day): day.description
        case .instant(let instant, _): instant.description
        case .list(let cells): cells.map(\.plainText).joined(separator: ", ")
        case .record(_, let label): label
        }
    }
}
