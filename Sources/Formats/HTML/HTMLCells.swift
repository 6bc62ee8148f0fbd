import Documents

/// Writes the values of a document as the content of HTML elements.
struct HTMLCells {
    private(set) var text: CellText
    private let isRightToLeft: Bool

    init(_ header: DocumentHeader, _ digits: Digits = .western) {
        text = CellText(Words.of(header.language, digits))
        isRightToLeft = header.isRightToLeft
    }

    var words: Words { text.words }

    /// A text that keeps to itself: it neither turns around what stands beside it nor is turned around.
    func isolated(_ text: String) -> String {
        let line = markup(text)
        let written = line.utf8.contains(0x0A) ? line.replacing("\n", with: "<br />") : line
        // Between ASCII texts from left to right nothing can turn.
        guard isRightToLeft || written.utf8.contains(where: { $0 >= 0x80 }) else { return written }
        return written.isEmpty ? "" : "<bdi>\(written)</bdi>"
    }

    /// With its exact value for programs, where readers see less.
    mutating func html(_ cell: Cell, type: ColumnType = .any) -> String {
        switch cell {
        case .list where type == .sparkline && cell.sparklineNumbers != nil:
            return sparkline(cell, cell.sparklineNumbers ?? [])
        case .list(let elements):
            var written: [String] = []
            for element in elements { written.append(html(element)) }
            return written.joined(separator: markup(words.listSeparator))
        case .day(let day) where (1...9999).contains(day.year):
            return "<time datetime=\"\(day)\">\(isolated(text.text(cell)))</time>"
        case .number(let number) where number.isFinite && NumberWriting.rounded(number) != number:
            return "<data value=\"\(numberText(number))\">\(isolated(text.text(cell, type: type)))</data>"
        case .record(let id, let label) where !id.isEmpty && !label.isEmpty && id != label:
            return "<span title=\"\(markup(id))\">\(isolated(text.text(cell)))</span>"
        case .text(let address) where cell.address(type) != nil:
            return "<a href=\"\(markup(address))\" rel=\"noopener noreferrer\">\(isolated(address))</a>"
        default: return isolated(text.text(cell, type: type))
        }
    }

    /// Says a highlight to those who do not see its colour.
    func sign(_ highlight: Highlight) -> String {
        "<span class=\"sign\" role=\"img\" aria-label=\"\(markup(words.highlights[highlight] ?? ""))\">"
            + "\(highlight.sign)</span> "
    }

    /// A line as high as the text, and the numbers for those who do not see it.
    private mutating func sparkline(_ cell: Cell, _ numbers: [Double?]) -> String {
        let known = numbers.compactMap { $0 }
        guard let least = known.min(), let largest = known.max() else { return "" }
        let scale = { (number: Double) in
            largest > least ? Formats.share(of: number, from: least, to: largest) : 0.5
        }
        var path = ""
        var isDrawing = false
        for (place, number) in numbers.enumerated() {
            guard let number else {
                isDrawing = false
                continue
            }
            let share = numbers.count > 1 ? Double(place) / Double(numbers.count - 1) : 0.5
            let point =
                "\(pixels((isRightToLeft ? 1 - share : share) * 76 + 2)),\(pixels(16 - scale(number) * 14))"
            path += isDrawing ? "L\(point)" : "M\(point)L\(point)"
            isDrawing = true
        }
        return "<svg class=\"sparkline\" role=\"img\" aria-label=\"\(markup(text.text(cell)))\" width=\"80\" "
            + "height=\"18\" viewBox=\"0 0 80 18\"><path d=\"\(path)\" /></svg>"
    }
}
