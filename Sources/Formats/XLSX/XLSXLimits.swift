/// What a sheet of a workbook holds. The standard's are those of Excel ("Excel specifications and limits").
struct XLSXLimits: Sendable {
    /// Rows of a sheet, three at least: a header, a row, and a line about where the table continues.
    var rows = 1_048_576
    var columns = 16_384
    /// UTF-16 code units in a cell.
    var characters = 32_767
    /// Links of a table. A sheet may have 65,530; they are kept in memory until the workbook's end, so that those
    /// beyond are written as text.
    var links = 10_000
    /// Series in a chart.
    var series = 255
    /// Values of a chart, in all of its series. That of Excel 2007: later ones name none.
    var points = 256_000
}
