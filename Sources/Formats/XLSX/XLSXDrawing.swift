import CXLSXWriter
import Documents

/// A chart that the program of the reader draws, from values on a sheet.
struct XLSXDrawing {
    let chart: UnsafeMutablePointer<lxw_chart>
    /// What those who do not see it are told.
    let description: String
    /// How much higher it is than usual.
    let scale: Double

    /// How many rows of usual height it covers: a chart of the usual height 14.4.
    var rows: Int { Int((14.4 * scale).rounded(.up)) }
}

extension XLSXDrawing {
    /// Whether a drawing can show all of a chart.
    static func holds(_ source: Chart, _ limits: XLSXLimits) -> Bool {
        source.series.count <= limits.series && source.rows.count <= limits.points / source.series.count
            && source.rows.count < limits.rows - 2
    }

    /// Of a chart that a drawing can show, whose labels are in the first column of the sheet and whose series
    /// follow, below a header.
    init(_ source: Chart, on sheet: String, in workbook: XLSXWorkbook, isRightToLeft: Bool)
        throws(FormatError)
    {
        let type = Self.type(of: source)
        let chart = try workbook.addChart(type)
        let title = source.title.map { workbookText($0) } ?? ""
        let bars = source.rows.count * (source.kind == .bar ? source.series.count : 1)
        let scale = source.kind.isHorizontal ? Self.scale(bars: bars) : 1
        self.init(chart: chart, description: title, scale: scale)
        if title.isEmpty { chart_title_off(chart) } else { chart_title_set_name(chart, title) }
        if source.series.count == 1, source.kind != .donut {
            chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        }
        let last = lxw_row_t(source.rows.count)
        for column in 1...source.series.count {
            let series = chart_add_series(chart, nil, nil)
            chart_series_set_name_range(series, sheet, 0, lxw_col_t(column))
            chart_series_set_categories(series, sheet, 1, 0, last, 0)
            chart_series_set_values(series, sheet, 1, lxw_col_t(column), last, lxw_col_t(column))
            if source.kind == .donut {
                chart_series_set_labels(series)
                chart_series_set_labels_options(series, 0, 0, 0)
                chart_series_set_labels_percentage(series)
            }
        }
        if source.kind != .donut { setAxes(type, isRightToLeft: isRightToLeft) }
    }

    /// Bars need some height each, up to what is still looked at.
    static func scale(bars: Int) -> Double {
        min(4, max(1, Double(bars) / 16))
    }

    private static func type(of source: Chart) -> lxw_chart_type {
        switch source.kind {
        case .bar: LXW_CHART_BAR
        case .stackedBar: LXW_CHART_BAR_STACKED
        // Times stand apart as far as they are, where they are times for the workbook, too.
        case .line:
            source.rows.allSatisfy(\.label.hasSerialNumber)
                ? LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS : LXW_CHART_LINE
        case .donut: LXW_CHART_DOUGHNUT
        }
    }

    private func setAxes(_ type: lxw_chart_type, isRightToLeft: Bool) {
        let (horizontal, vertical) = (chart.pointee.x_axis, chart.pointee.y_axis)
        if type == LXW_CHART_BAR || type == LXW_CHART_BAR_STACKED {
            // From top to bottom as the rows are.
            chart_axis_set_reverse(vertical)
            chart_axis_set_crossing_max(vertical)
        }
        if type == LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS {
            chart_axis_set_num_format(horizontal, XLSXNumberFormat.day.code)
        }
        if isRightToLeft { chart_axis_set_reverse(horizontal) }
    }
}

extension Chart.Kind {
    fileprivate var isHorizontal: Bool { self == .bar || self == .stackedBar }
}

extension Cell {
    fileprivate var hasSerialNumber: Bool {
        var times = XLSXTime()
        switch self {
        case .day(let day): return XLSXTime.serial(day) != nil
        case .instant(let instant, let zone): return times.serial(instant, zone: zone) != nil
        default: return false
        }
    }
}
