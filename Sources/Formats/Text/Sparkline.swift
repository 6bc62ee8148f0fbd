import Documents

/// Numbers as a line of blocks of eight heights, from the least to the largest; a space where none is known.
func sparkline(_ numbers: [Double?]) -> String {
    let known = numbers.compactMap { $0 }
    guard let least = known.min(), let largest = known.max() else { return "" }
    let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return String(
        numbers.map { number in
            guard let number else { return " " }
            guard largest > least else { return blocks[3] }
            return blocks[Int((share(of: number, from: least, to: largest) * 7).rounded())]
        })
}

extension Cell {
    /// The numbers of a cell that a column of sparklines can draw; nil for what is none.
    var sparklineNumbers: [Double?]? {
        guard case .list(let cells) = self, !cells.isEmpty else { return nil }
        var numbers: [Double?] = []
        for cell in cells {
            switch cell {
            case .empty: numbers.append(nil)
            case .integer(let number): numbers.append(Double(number))
            case .number(let number) where number.isFinite: numbers.append(number)
            default: return nil
            }
        }
        return numbers
    }
}
