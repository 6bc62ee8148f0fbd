import Community
import Documents
import LuaKit

/// Makes a chart out of the rows that a script gives.
struct ChartWriter {
    let session: Session

    /// As many labels as a chart can show and a reader can tell apart with a lens.
    private static let mostRows = 1000

    private struct Contents {
        /// What the numbers of a row are called; a lone one may be the empty text.
        var series: [String]
        var rows: [Chart.Row]
    }

    func chart(_ options: ChartOptions) throws -> Chart {
        let contents: Contents
        switch options.rows {
        case .groups(let groups): contents = try self.contents(of: groups)
        case .list(let list): contents = try self.contents(of: list, options)
        case .query:
            throw ScriptError(
                "a chart needs numbers: group the query, or give a list of rows with `label` and `value`")
        }
        guard contents.rows.count <= Self.mostRows else {
            throw ScriptError(
                "the chart has \(contents.rows.count) labels; \(Self.mostRows) are the most that can be shown"
            )
        }
        return try Chart(
            kind: options.kind, title: options.title, series: contents.series, rows: contents.rows)
    }

    /// By one field: its values are the labels. By two: those of the second are the series.
    private func contents(of groups: GroupsObject) throws -> Contents {
        let cells = ValueCells(session: session)
        let labels = try cells.cells(groups, 0, groups.rows.indices)
        let numbers = try zip(groups.rows, labels).map { row, label in
            try number(row[row.count - 1], label.plainText)
        }
        guard groups.keys.count > 1 else {
            return Contents(
                series: [""], rows: zip(labels, numbers).map { Chart.Row(label: $0, numbers: [$1]) })
        }
        guard groups.keys.count == 2 else { throw ScriptError("a chart shows groups by one field or two") }
        let series = try cells.cells(groups, 1, groups.rows.indices)
        var (seriesPlaces, labelPlaces) = ([Cell: Int](), [Cell: Int]())
        for cell in groups.types[1].inOrder(series) { seriesPlaces[cell] = seriesPlaces.count }
        var rows: [(label: Cell, numbers: [Double?])] = []
        for index in groups.rows.indices {
            let label = labels[index]
            let place = labelPlaces[label] ?? rows.count
            if place == rows.count {
                labelPlaces[label] = place
                rows.append((label, Array(repeating: nil, count: seriesPlaces.count)))
            }
            rows[place].numbers[seriesPlaces[series[index]] ?? 0] = numbers[index]
        }
        let names = seriesPlaces.sorted { $0.value < $1.value }.map(\.key.plainText)
        return Contents(
            series: names.isEmpty ? [""] : names,
            rows: rows.map { Chart.Row(label: $0.label, numbers: $0.numbers) })
    }

    /// A row each, also where two have the same label.
    private func contents(of list: Value, _ options: ChartOptions) throws -> Contents {
        _ = try session.length(of: list, "the rows of the chart")
        var labels: [Value] = []
        var numbers: [[Double?]] = []
        for (index, row) in try session.state.sequence(list).enumerated() {
            let what = "row \(index + 1) of the chart"
            let reader = try TableReader(session.state, row, what)
            let label = try reader.value(options.label)
            guard !label.isNil else {
                throw ScriptError(
                    "\(what) has no '\(options.label)'; say which of its names is the label: label = \"…\"")
            }
            labels.append(label)
            numbers.append(try options.values.map { try number(try reader.value($0), "\(what), '\($0)'") })
        }
        guard numbers.isEmpty || numbers.contains(where: { $0.contains { $0 != nil } }) else {
            let names = options.values.map { "'\($0)'" }.joined(separator: " or ")
            throw ScriptError(
                "no row of the chart has a number under \(names); say which it is: value = \"…\"")
        }
        let cells = try ValueCells(session: session).cells(labels) { "row \($0 + 1) of the chart" }
        return Contents(
            series: options.values.count > 1 ? options.values : [""],
            rows: zip(cells, numbers).map { Chart.Row(label: $0, numbers: $1) })
    }

    private func number(_ value: Value, _ place: String) throws -> Double? {
        switch value {
        case .nil: return nil
        case .integer(let number): return Double(number)
        case .number(let number):
            guard number.isFinite else { throw ScriptError("\(place): \(ValueCells.refusal(of: number))") }
            return number
        default: throw ScriptError("\(place) is \(value.phrase), where a number is expected")
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
        case .choice(_, let title): title
        }
    }
}
