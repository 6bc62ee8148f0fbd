import Community
import Documents

/// A cell as a terminal shows it.
struct TerminalCell {
    let text: String
    let width: Int
    /// Whether it is text, which may be broken into lines and cut. A number that is cut is another number.
    let canWrap: Bool
    let isQuantity: Bool
    /// What its colour says.
    var highlight: Highlight?

    init(_ text: String, canWrap: Bool = false, isQuantity: Bool = false) {
        self.text = text
        self.canWrap = canWrap
        self.isQuantity = isQuantity
        width = displayWidth(text)
    }

    /// The same with a sign before it.
    func signed(_ sign: String) -> TerminalCell {
        var cell = TerminalCell(
            text.isEmpty ? sign : "\(sign) \(text)", canWrap: canWrap, isQuantity: isQuantity)
        cell.highlight = highlight
        return cell
    }
}

/// Makes cells for a terminal, in a language.
struct TerminalCells {
    let words: Words
    private var instants = InstantText()

    init(_ words: Words) {
        self.words = words
    }

    mutating func cell(_ cell: Cell, type: ColumnType) -> TerminalCell {
        let sign = type == .percent ? words.numbers.percentSign : ""
        switch cell {
        case .integer(let number): return TerminalCell(words.numbers.text(number) + sign, isQuantity: true)
        case .number(let number): return TerminalCell(words.numbers.text(number) + sign, isQuantity: true)
        case .list where type == .sparkline:
            guard let numbers = cell.sparklineNumbers else { return TerminalCell(text(cell), canWrap: true) }
            return TerminalCell(sparkline(numbers))
        case .text, .list, .record, .choice: return TerminalCell(text(cell), canWrap: true)
        case .empty, .boolean, .day, .instant: return TerminalCell(text(cell))
        }
    }

    private mutating func text(_ cell: Cell) -> String {
        switch cell {
        case .empty: return ""
        case .text(let text): return visibleText(text)
        case .integer(let number): return words.numbers.text(number)
        case .number(let number): return words.numbers.text(number)
        case .boolean(let flag): return flag ? words.yes : words.no
        case .day(let day): return words.digits.written(day.description)
        case .instant(let instant, let zone):
            return words.digits.written(instants.brief(instant, zone: zone))
        case .list(let elements):
            var texts: [String] = []
            for element in elements { texts.append(text(element)) }
            return texts.joined(separator: words.listSeparator)
        case .record(let id, let label): return visibleText(label.isEmpty ? id : label)
        case .choice(let name, let title): return visibleText(title.isEmpty ? name : title)
        }
    }
}
