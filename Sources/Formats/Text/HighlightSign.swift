import Documents

extension Highlight {
    /// What stands before a highlighted text, for those who do not see its colour.
    var sign: String {
        switch self {
        case .danger: "‼"
        case .warning: "!"
        case .success: "✓"
        case .muted: "·"
        }
    }
}

extension TableRow {
    /// The highlight whose sign stands in the cell: its own, and in the first cell the row's.
    func signed(at place: Int) -> Highlight? {
        cellHighlights[place] ?? (place == 0 ? highlight : nil)
    }
}
