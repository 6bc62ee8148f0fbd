import Community
import Documents

/// What a cell of a workbook holds.
enum XLSXValue {
    case empty
    case number(Double, XLSXNumberFormat)
    case boolean(Bool)
    case text(String)
}

/// Makes cells of documents into those of workbooks, in a language.
struct XLSXValues {
    let words: Words
    /// How many texts were cut because they are longer than a cell holds.
    private(set) var cutTexts = 0

    private let limits: XLSXLimits
    private var times = XLSXTime()
    private var instants = InstantText()

    /// Excel shows no more than 15 digits, and zeros for the others.
    private static let integers = Int64(-999_999_999_999_999)...999_999_999_999_999
    /// Excel's own range. Past its upper end, the 16 digits that are written may be no number any more.
    private static let magnitudes = Double.leastNormalMagnitude...9.99999999999999e307

    init(_ words: Words, limits: XLSXLimits) {
        self.words = words
        self.limits = limits
    }

    mutating func value(_ cell: Cell, type: ColumnType) -> XLSXValue {
        switch cell {
        case .empty: return .empty
        case .integer(let number) where Self.integers.contains(number):
            return type == .percent
                ? .number(Double(number) / 100, .percent) : .number(Double(number), .integer)
        case .number(let number) where number == 0 || Self.magnitudes.contains(number.magnitude):
            // Adding nothing makes a negative nothing positive.
            guard type == .percent else { return .number(number + 0, .general) }
            return .number(number / 100 + 0, number == number.rounded() ? .percent : .finePercent)
        case .boolean(let flag): return .boolean(flag)
        case .day(let day):
            return XLSXTime.serial(day).map { .number($0, .day) } ?? text(day.description)
        case .instant(let instant, let zone):
            return times.serial(instant, zone: zone).map { .number($0, $1) }
                ?? text(instants.standard(instant, zone: zone))
        case .list where type == .sparkline && cell.sparklineNumbers != nil:
            return text(sparkline(cell.sparklineNumbers ?? []))
        case .integer, .number, .text, .list, .record, .choice:
            let sign = type == .percent && cell.isNumber ? "%" : ""
            return text(plainText(cell) + sign)
        }
    }

    mutating func text(_ text: String) -> XLSXValue {
        guard let cut = cutForCell(text, limit: limits.characters) else { return .text(workbookText(text)) }
        cutTexts += 1
        return .text(workbookText(cut))
    }

    private mutating func plainText(_ cell: Cell) -> String {
        switch cell {
        case .empty: return ""
        case .text(let text): return text
        case .integer(let number): return String(number)
        case .number(let number): return numberText(number)
        case .boolean(let flag): return flag ? words.yes : words.no
        case .day(let day): return day.description
        case .instant(let instant, let zone): return instants.brief(instant, zone: zone)
        case .list(let elements):
            var texts: [String] = []
            for element in elements { texts.append(plainText(element)) }
            return texts.joined(separator: words.listSeparator)
        case .record(let id, let label): return label.isEmpty ? id : label
        case .choice(let name, let title): return title.isEmpty ? name : title
        }
    }
}

extension Cell {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }
}
