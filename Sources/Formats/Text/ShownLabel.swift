import Documents

extension Cell {
    /// A label of a chart; a dash where records have no value to be grouped by.
    static func shownLabel(_ label: Cell) -> Cell {
        label == .empty ? .text("–") : label
    }
}

extension Chart.Row {
    var shownLabel: Cell { .shownLabel(label) }
}
