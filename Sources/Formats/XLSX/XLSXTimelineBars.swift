import CXLSXWriter
import Community
import Documents

/// What the bars of a timeline are made of in a workbook, as columns of its sheet: where each begins, and how
/// many days it takes, in a column for each group. A bar whose end is not known goes to the end of the calendar.
struct XLSXTimelineBars {
    let columns: [Column]
    let rows: [[Cell]]
    /// Serial numbers of days at which the calendar begins and ends.
    let range: ClosedRange<Double>

    /// nil where there is nothing that a workbook can draw.
    init?(_ timeline: Timeline, _ limits: XLSXLimits, _ words: Words, _ workbookWords: XLSXWords) {
        var groups = timeline.groups
        var text = CellText(words)
        let hasOthers = groups.isEmpty || timeline.rows.contains { $0.group == nil }
        if hasOthers { groups.append(.empty) }
        let days = timeline.rows.compactMap { $0.span?.days }
        guard let start = days.map(\.start).min(), let end = days.map({ $0.end ?? $0.start }).max(),
            let first = XLSXTime.serial(Day(number: Int(start.rounded(.down)))),
            let last = XLSXTime.serial(Day(number: Int(max(end, start + 1).rounded(.up)))),
            groups.count + 1 <= limits.series, timeline.rows.count < limits.rows - 2,
            timeline.rows.count * (groups.count + 1) <= limits.points
        else { return nil }
        range = first...last
        let calendarEnd = max(end, start + 1).rounded(.up)
        var columns = [Column(name: "from", title: workbookWords.drawnFrom, type: .any)]
        for (index, group) in groups.enumerated() {
            let title = group == .empty ? workbookWords.drawnDays : text.text(group)
            columns.append(Column(name: "days-\(index)", title: title, type: .number))
        }
        self.columns = columns
        rows = timeline.rows.map { row in
            var cells = Array(repeating: Cell.empty, count: columns.count)
            guard let span = row.span else { return cells }
            let (start, end) = span.days
            let until = end ?? calendarEnd
            cells[0] = (span.starts ?? span.ends)?.cell ?? .empty
            cells[1 + (row.group ?? groups.count - 1)] = .number(max(until - start, 0))
            return cells
        }
    }
}

extension XLSXDrawing {
    /// A timeline whose labels are in the first column of the sheet, and whose bars begin at the column `from`: stacked
    /// bars of which the first is not seen.
    init(
        _ timeline: Timeline, _ bars: XLSXTimelineBars, from column: Int, on sheet: String,
        in workbook: XLSXWorkbook, isRightToLeft: Bool
    ) throws(FormatError) {
        let chart = try workbook.addChart(LXW_CHART_BAR_STACKED)
        let title = timeline.title.map { workbookText($0) } ?? ""
        self.init(chart: chart, description: title, scale: Self.scale(bars: timeline.rows.count * 3 / 2))
        if title.isEmpty { chart_title_off(chart) } else { chart_title_set_name(chart, title) }
        let last = lxw_row_t(timeline.rows.count)
        for (index, column) in (column..<column + bars.columns.count).enumerated() {
            let series = chart_add_series(chart, nil, nil)
            chart_series_set_categories(series, sheet, 1, 0, last, 0)
            chart_series_set_values(series, sheet, 1, lxw_col_t(column), last, lxw_col_t(column))
            guard index == 0 else {
                chart_series_set_name_range(series, sheet, 0, lxw_col_t(column))
                continue
            }
            // Its entry in the legend stays, blank: LibreOffice removes another in its place.
            chart_series_set_name(series, " ")
            var nothing = lxw_chart_fill()
            nothing.none = 1
            chart_series_set_fill(series, &nothing)
        }
        chart_set_series_gap(chart, 40)
        let legend = timeline.groups.isEmpty ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM
        chart_legend_set_position(chart, UInt8(legend.rawValue))
        let (calendar, labels) = (chart.pointee.x_axis, chart.pointee.y_axis)
        chart_axis_set_min(calendar, bars.range.lowerBound)
        chart_axis_set_max(calendar, bars.range.upperBound)
        chart_axis_set_num_format(calendar, XLSXNumberFormat.day.code)
        // From top to bottom as the rows are.
        chart_axis_set_reverse(labels)
        chart_axis_set_crossing_max(labels)
        if isRightToLeft { chart_axis_set_reverse(calendar) }
    }
}
