import Community
import Documents

/// What readers see of a cell on a page, in a language: numbers and dates as the language writes them, texts
/// with nothing in them that cannot be seen.
struct CellText {
    let words: Words
    private var instants = InstantText()

    init(_ words: Words) {
        self.words = words
    }

    mutating func text(_ cell: Cell, type: ColumnType = .any) -> String {
        let sign = type == .percent ? words.numbers.percentSign : ""
        switch cell {
        case .empty: return ""
        case .text(let text): return visibleText(text, keepingLines: true)
        case .integer(let number): return words.numbers.text(number) + sign
        case .number(let number): return words.numbers.text(number) + sign
        case .boolean(let flag): return flag ? words.yes : words.no
        case .day(let day): return words.date(day)
        case .instant(let instant, let zone):
            // The letters before the offset keep its sign on the left, also in text from right to left.
            let (day, clock, offset) = instants.parts(instant, zone: zone)
            return words.digits.written("\(words.date(day)) \(clock) UTC\(offset ?? "")")
        case .list(let elements):
            if type == .sparkline, let numbers = cell.sparklineNumbers { return sparkline(numbers) }
            var texts: [String] = []
            for element in elements { texts.append(text(element)) }
            return texts.joined(separator: words.listSeparator)
        case .record(let name, let title), .choice(let name, let title):
            return visibleText(title.isEmpty ? name : title, keepingLines: true)
        }
    }
}
