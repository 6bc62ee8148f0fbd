import CXLSXWriter
import Glibc

/// A sheet of a workbook. Rows and columns are counted from 0. Unless the workbook keeps its rows, they are
/// written from top to bottom, each as a whole before the next.
struct XLSXSheet {
    let name: String
    let worksheet: UnsafeMutablePointer<lxw_worksheet>

    typealias Format = UnsafeMutablePointer<lxw_format>?

    func write(_ value: XLSXValue, row: Int, column: Int, _ format: Format) throws(FormatError) {
        let (row, column) = (lxw_row_t(row), lxw_col_t(column))
        switch value {
        case .empty: break
        case .number(let number, _):
            try check(worksheet_write_number(worksheet, row, column, number, format))
        case .boolean(let flag):
            try check(worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, format))
        case .text(let text):
            try check(text.withCString { worksheet_write_string(worksheet, row, column, $0, format) })
        }
    }

    /// A cell that has a look and no value.
    func writeBlank(row: Int, column: Int, _ format: Format) throws(FormatError) {
        try check(worksheet_write_blank(worksheet, lxw_row_t(row), lxw_col_t(column), format))
    }

    /// A text over several columns, in a row as high as that many lines.
    func write(
        _ text: String, row: Int, columns: ClosedRange<Int>, lines: Int, lineHeight: Double, _ format: Format
    ) throws(FormatError) {
        let row = lxw_row_t(row)
        try check(worksheet_set_row(worksheet, row, Double(lines) * lineHeight, nil))
        try check(
            text.withCString {
                worksheet_merge_range(
                    worksheet, row, lxw_col_t(columns.lowerBound), row, lxw_col_t(columns.upperBound), $0,
                    format)
            })
    }

    /// A text that leads to the beginning of another sheet.
    func writeLink(_ text: String, to sheet: String, row: Int, _ format: Format) throws(FormatError) {
        try check(
            worksheet_write_url_opt(
                worksheet, lxw_row_t(row), 0, "internal:'\(sheet)'!A1", format, text, nil))
    }

    /// An address that opens outside of the workbook, shown as it is. Excel takes no more than 2,079 characters.
    func writeLink(_ address: String, row: Int, column: Int, _ format: Format) throws(FormatError) {
        guard address.utf8.count <= 2000 else {
            return try write(.text(workbookText(address)), row: row, column: column, format)
        }
        try check(worksheet_write_url(worksheet, lxw_row_t(row), lxw_col_t(column), address, format))
    }

    func insert(_ drawing: XLSXDrawing, row: Int) throws(FormatError) {
        let status = drawing.description.withCString { description in
            var options = lxw_chart_options()
            options.x_scale = 1
            options.y_scale = drawing.scale
            options.description = UnsafeMutablePointer(mutating: description)
            return worksheet_insert_chart_opt(worksheet, lxw_row_t(row), 0, drawing.chart, &options)
        }
        try check(status)
    }

    /// Makes a row as high as that many lines of usual height, or as Excel's highest, which has 27.
    func setHeight(lines: Int, row: Int) throws(FormatError) {
        try check(worksheet_set_row(worksheet, lxw_row_t(row), Double(min(lines, 27)) * 15, nil))
    }

    func setWidth(_ width: Int, column: Int) throws(FormatError) {
        try check(
            worksheet_set_column(worksheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil))
    }

    /// Makes it look like a page rather than a grid.
    func becomePage() {
        worksheet_set_portrait(worksheet)
        worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }

    /// A text over several rows or columns. For sheets that stream, rows above that of the last cell stay as they are.
    func merge(
        _ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ format: Format
    ) throws(FormatError) {
        try check(
            text.withCString {
                worksheet_merge_range(
                    worksheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
                    lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound), $0, format)
            })
    }

    /// Makes the first rows a header that stays in view and is printed on each page.
    func freezeHeader(rows: Int) throws(FormatError) {
        worksheet_freeze_panes(worksheet, lxw_row_t(rows), 0)
        try check(worksheet_repeat_rows(worksheet, 0, lxw_row_t(rows - 1)))
    }

    /// Lets the reader filter the rows of a table below its header, which the first rows are. For sheets that stream,
    /// before anything is written below the table.
    func addFilter(rows: Int, columns: Int, header: Int) throws(FormatError) {
        try check(
            worksheet_autofilter(
                worksheet, lxw_row_t(header - 1), 0, lxw_row_t(rows - 1), lxw_col_t(columns - 1)))
    }

    private func check(_ status: lxw_error) throws(FormatError) {
        guard status == LXW_NO_ERROR else {
            throw .workbook(reason: "\(String(cString: lxw_strerror(status))) On the sheet '\(name)'")
        }
    }
}
