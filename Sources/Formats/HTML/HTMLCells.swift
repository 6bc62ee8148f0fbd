import Documents

/// Writes the values of a document as the content of HTML elements.
struct HTMLCells {
    private(set) var text: CellText
    private let isRightToLeft: Bool

    init(_ header: DocumentHeader) {
        text = CellText(Words.of(header.language))
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
        case .list(let elements):
            var written: [String] = []
            for element in elements { written.append(html(element)) }
            return written.joined(separator: markup(words.listSeparator))
        case .day(let day) where (1...9999).contains(day.year):
            return "<time datetime=\"\(day)\">\(isolated(text.text(cell)))</time>"
        case .number(let number) where number.isFinite && NumberWriting.rounded(number) != number:
            return "<data value=\"\(numberText(number))\">\(isolated(text.text(cell, type: type)))</data>"
        default: return isolated(text.text(cell, type: type))
        }
    }
}
