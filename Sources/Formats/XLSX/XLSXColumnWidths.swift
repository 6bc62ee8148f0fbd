import Documents

/// How wide the columns of a table must be, in characters, for their titles and for the values seen so far.
struct XLSXColumnWidths {
    static let widest = 60
    private static let narrowest = 8
    /// Finding the width of a text takes long: that of the first rows has to do for all.
    private var rowsToMeasure = 1000
    private(set) var widths: [Int]

    init(_ columns: [Column]) {
        // The button of the filter takes some of the title's room.
        widths = columns.map { min(Self.widest, max(Self.narrowest, Self.width(of: $0.title) + 3)) }
    }

    mutating func nextRow() {
        if rowsToMeasure > 0 { rowsToMeasure -= 1 }
    }

    mutating func measure(_ value: XLSXValue, column: Int) {
        switch value {
        case .number(let number, .integer):
            // A number that is too wide is shown as ####, so all are looked at.
            if number.magnitude >= 1_000_000 { widen(column, to: numberText(number).utf8.count) }
        case .number(_, .day): widen(column, to: 10)
        case .number(_, .instant(_, let precision)):
            widen(column, to: precision == .minute ? 23 : precision == .second ? 26 : 30)
        case .number(let number, .percent), .number(let number, .finePercent):
            if number.magnitude >= 10 {
                widen(column, to: min(30, numberText((number * 100).rounded()).utf8.count) + 5)
            }
        case .number(let number, .general):
            // This one is rounded to fit.
            if rowsToMeasure > 0 { widen(column, to: min(12, numberText(number).utf8.count)) }
        case .text(let text):
            if rowsToMeasure > 0, text.utf8.count > widths[column] { widen(column, to: Self.width(of: text)) }
        case .number(_, .boolean), .boolean, .empty: break
        }
    }

    /// How many lines a text surely needs no more than, in the widest of columns.
    static func lines(of text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + displayWidth($1) / (widest - 5) + 1 }
    }

    private mutating func widen(_ column: Int, to width: Int) {
        if width + 1 > widths[column] { widths[column] = min(Self.widest, width + 1) }
    }

    private static func width(of text: String) -> Int {
        guard text.utf8.contains(0x0A) else { return displayWidth(text) }
        return text.split(separator: "\n").map { displayWidth($0) }.max() ?? 0
    }
}
