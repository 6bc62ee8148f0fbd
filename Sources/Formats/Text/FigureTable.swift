import Documents

/// What a chart or timeline shows, as the columns and rows of a table: for formats that do not draw, and
/// beside the drawings of those that do. The first column has the labels.
struct FigureTable {
    let columns: [Column]
    let rows: [TableRow]

    init(_ chart: Chart, _ words: Words) {
        columns =
            [Column(name: "label", title: "", type: .any)]
            + chart.series.map { Column(name: $0, title: $0.isEmpty ? words.value : $0, type: .number) }
        rows = chart.rows.map { row in
            TableRow([row.label] + row.numbers.map { number in number.map { .number($0) } ?? .empty })
        }
    }

    /// With columns for the group and the progress where any row has one.
    init(_ timeline: Timeline, _ words: Words) {
        let hasProgress = timeline.rows.contains { $0.progress != nil }
        var columns = [
            Column(name: "label", title: "", type: .any),
            Column(name: "starts", title: words.starts, type: .any),
            Column(name: "ends", title: words.ends, type: .any),
        ]
        if !timeline.groups.isEmpty {
            columns.append(Column(name: "group", title: timeline.grouping, type: .any))
        }
        if hasProgress { columns.append(Column(name: "progress", title: words.progress, type: .percent)) }
        self.columns = columns
        rows = timeline.rows.map { row in
            var cells = [row.label, row.span?.starts?.cell ?? .empty, row.span?.ends?.cell ?? .empty]
            if !timeline.groups.isEmpty { cells.append(row.group.map { timeline.groups[$0] } ?? .empty) }
            if hasProgress { cells.append(row.progress.map { .number($0) } ?? .empty) }
            return TableRow(cells)
        }
    }

    /// With a dash for a label where records have no value to be grouped by.
    var labelled: [TableRow] {
        rows.map { TableRow([Cell.shownLabel($0.cells[0])] + $0.cells.dropFirst()) }
    }
}
